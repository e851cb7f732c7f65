import { useEffect, useMemo, useState } from 'react';
import type { SheetImage } from '../../export/pictures/contact-sheet-picture';
import { tokensRevision } from '../../state/derive/tokens-revision';
import { awaitAnswers } from '../../state/queries/await-answers';
import { shownHead } from '../../state/slices/inspector';
import { type Failure, failureOf } from '../../vocabulary/failures';
import { useApp, useAppState } from '../hooks/use-app';
import { usePage } from '../page/page';

export type SheetImages =
  /** How many of the images have their maps. */
  | { kind: 'coming'; done: number }
  | { kind: 'ready'; images: readonly SheetImage[] }
  | { kind: 'failed'; reason: Failure };

const NONE: SheetImages = { kind: 'ready', images: [] };

/**
 * Photos and maps of these images under the head on show, asked for while they are wanted. What was
 * there before stays known, so that one more image costs one more answer.
 * @param imageIds the same array as long as it says the same
 */
export function useSheetImages(imageIds: readonly string[]): SheetImages {
  const { store, queries } = useApp();
  const { photos } = usePage();
  const headId = useAppState((state) => shownHead(state)?.headId ?? null);
  const epoch = useAppState((state) => state.epoch);
  const revision = useAppState((state) => tokensRevision(state.images));
  const wanted = useMemo(
    () =>
      headId === null
        ? []
        : imageIds.map((imageId) => ({ head: { headId, epoch }, revision, imageId })),
    [headId, epoch, revision, imageIds],
  );
  const [found, setFound] = useState<{ wanted: unknown; images: SheetImages }>();
  useEffect(() => {
    if (wanted.length === 0) return;
    const controller = new AbortController();
    const { signal } = controller;
    const show = (images: SheetImages) => {
      if (!signal.aborted) setFound({ wanted, images });
    };
    const collect = async () => {
      const seen = await awaitAnswers(queries.inspections, wanted, {
        signal,
        onProgress: (done) => show({ kind: 'coming', done }),
      });
      const images: SheetImage[] = [];
      for (const [index, { imageId }] of wanted.entries()) {
        const maps = seen[index]?.maps;
        const url = store.getState().images.find(({ id }) => id === imageId)?.cropUrl;
        if (!maps || !url) continue;
        images.push({ maps, photo: (await photos.load(url)).colour });
      }
      show({ kind: 'ready', images });
    };
    collect().catch((error: unknown) => show({ kind: 'failed', reason: failureOf(error) }));
    return () => controller.abort();
  }, [wanted, store, queries, photos]);
  if (wanted.length === 0) return NONE;
  return found?.wanted === wanted ? found.images : { kind: 'coming', done: 0 };
}
