import { useState } from 'react';
import { copyPicture, saveToDisk } from '../../export/hand-over';
import {
  type RenderOptions,
  renderPng,
  renderSvg,
  type Scale,
} from '../../export/pictures/render-picture';
import type { PagePicture } from '../../figures/scene/saved-figure';
import { failureOf } from '../../vocabulary/failures';
import { useCommands } from '../hooks/use-app';

export type PictureFormat = { kind: 'png'; scale: Scale } | { kind: 'svg' } | { kind: 'copy' };

/** Scale of what is copied: sharp in a document, and small enough to be pasted anywhere. */
const COPY_SCALE = 2;

/** Saves or copies pictures, and says on the page what went wrong. */
export function useSaving() {
  const say = useCommands().say;
  const [busy, setBusy] = useState(false);

  const save = async (
    picture: Promise<PagePicture>,
    format: PictureFormat,
    options: RenderOptions = {},
  ): Promise<void> => {
    setBusy(true);
    try {
      if (format.kind === 'copy') {
        await copyPicture(picture.then((made) => renderPng(made, COPY_SCALE, options)));
        say('note', { part: 'copied' }, { code: 'picture-copied' });
        return;
      }
      const made = await picture;
      if (format.kind === 'svg') {
        saveToDisk(await renderSvg(made, options), `${made.name}.svg`);
      } else {
        saveToDisk(await renderPng(made, format.scale, options), `${made.name}.png`);
      }
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      say('error', { part: 'picture' }, { code: 'failed', failure: failureOf(error) });
    } finally {
      setBusy(false);
    }
  };
  return { busy, save };
}
