import type { ImageItem, ImageStatus } from '../state/slices/types';

/** For tests: images named after their ids, all of one status. */
export function testImages(
  classId: string,
  ids: readonly string[],
  kind: Exclude<ImageStatus['kind'], 'failed'> = 'ready',
): ImageItem[] {
  return ids.map((id) => ({ id, name: `${id}.png`, classId, status: { kind }, cropUrl: null }));
}
