import { isPending } from '../../state/derive/images-of';
import type { ExtractionStatus, ImageItem } from '../../state/slices/types';

/**
 * The status after a change to the images. A batch lasts from the first image that waits until none
 * is left; images that join it meanwhile raise its total.
 * @param done images of the batch that are through, with or without success.
 */
export function extractionStatus(
  before: ExtractionStatus,
  images: readonly ImageItem[],
  done: number,
): ExtractionStatus {
  const left = images.filter(isPending).length;
  if (left === 0) return before.kind === 'idle' ? before : { kind: 'idle' };
  const kind = before.kind === 'cancelled' ? 'cancelled' : 'running';
  const total = done + left;
  const same = before.kind === kind && before.done === done && before.total === total;
  return same ? before : { kind, done, total };
}
