import { useRef, useState } from 'react';
import { PNG_SCALES } from '../../export/pictures/render-picture';
import type { Drawn } from '../../figures/scene/api';
import type { PagePicture } from '../../figures/scene/saved-figure';
import { useWords } from '../hooks/use-app';
import { type PictureFormat, useSaving } from './use-saving';

/** Saves a large picture: how far it has come, and a way out, stand in place of the buttons. */
export function SheetSave({ picture }: { picture: PagePicture | null }) {
  const { busy, save } = useSaving();
  const words = useWords().exports.sheet;
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const controller = useRef<AbortController | null>(null);
  const take = (format: PictureFormat) => {
    if (!picture) return;
    setDrawn(null);
    controller.current = new AbortController();
    const { signal } = controller.current;
    void save(Promise.resolve(picture), format, { signal, onProgress: setDrawn });
  };
  if (busy) {
    return (
      <div className="sheet__saving">
        <progress
          aria-label={words.drawing}
          max={drawn?.total ?? 1}
          {...(drawn ? { value: drawn.done } : {})}
        />
        <span className="tabular">{drawn ? `${drawn.done} / ${drawn.total}` : ''}</span>
        <button
          type="button"
          className="button button--small"
          onClick={() => controller.current?.abort()}
        >
          {words.cancel}
        </button>
      </div>
    );
  }
  const disabled = picture === null;
  return (
    <div className="sheet__saving">
      {PNG_SCALES.map((scale) => (
        <button
          key={scale}
          type="button"
          className="button button--small tabular"
          disabled={disabled}
          onClick={() => take({ kind: 'png', scale })}
        >
          PNG {scale}×
        </button>
      ))}
      <button
        type="button"
        className="button button--small"
        disabled={disabled}
        onClick={() => take({ kind: 'svg' })}
      >
        SVG
      </button>
      <button
        type="button"
        className="button button--small"
        disabled={disabled}
        onClick={() => take({ kind: 'copy' })}
      >
        {words.copy}
      </button>
    </div>
  );
}
