import { useShallow } from 'zustand/react/shallow';
import { headIdOf } from '../../state/slices/inspector';
import type { AppState, ImageItem, TrainedRun } from '../../state/slices/types';
import { useAppState } from '../hooks/use-app';

/** What stands beside the selected image under the head on show. */
export interface ShownBeside {
  kind: 'image' | 'head';
  image: ImageItem;
  run: TrainedRun;
}

/** Null while nothing stands beside: nothing was asked for, or there is no trained head. */
export function useBeside(): ShownBeside | null {
  return useAppState(useShallow(shownBeside));
}

function shownBeside({
  training,
  beside,
  images,
  heads,
  selectedImageId,
}: AppState): ShownBeside | null {
  if (training.kind !== 'done' || !beside) return null;
  const wanted = beside.kind === 'image' ? beside.imageId : selectedImageId;
  const image = images.find(({ id }) => id === wanted);
  const run =
    beside.kind === 'image'
      ? training.run
      : heads.find((head) => headIdOf(head) === beside.headId)?.run;
  return image && run ? { kind: beside.kind, image, run } : null;
}
