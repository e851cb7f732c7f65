import { useEffect, useState } from 'react';
import { renderPng } from '../../export/pictures/render-picture';
import type { PagePicture } from '../../figures/scene/saved-figure';
import { useWords } from '../hooks/use-app';

/** A picture as it will be saved; the last one stays until the next is drawn. */
export function SheetPreview({ picture }: { picture: PagePicture | null }) {
  const words = useWords().exports.sheet;
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!picture) return;
    const controller = new AbortController();
    // Boxes are ticked in a row: what is seen for a moment only need not be drawn.
    const timer = setTimeout(() => {
      renderPng(picture, 1, { signal: controller.signal }).then(
        (blob) => {
          if (!controller.signal.aborted) setUrl(URL.createObjectURL(blob));
        },
        // Saving says why, should it fail there too.
        () => undefined,
      );
    }, 150);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [picture]);
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);
  if (url === null) return <div className="sheet__preview" />;
  return (
    <div className="sheet__preview">
      <img
        className="sheet__paper"
        src={url}
        alt={picture ? picture.figure.description : words.nothing}
      />
    </div>
  );
}
