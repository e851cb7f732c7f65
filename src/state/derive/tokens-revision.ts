import type { ImageItem } from '../slices/types';

const known = new WeakMap<readonly ImageItem[], number>();

/** A number that changes when an image gets its tokens, loses them, goes, or changes its class. */
export function tokensRevision(images: readonly ImageItem[]): number {
  const cached = known.get(images);
  if (cached !== undefined) return cached;
  // FNV-1a: a string of a thousand ids would be a costly key.
  let hash = 0x811c9dc5;
  for (const { id, classId, status } of images) {
    if (status.kind !== 'ready') continue;
    for (const text of [id, classId]) {
      for (let i = 0; i < text.length; i++) {
        hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
      }
      hash = Math.imul(hash ^ 0x2c, 0x01000193);
    }
  }
  const revision = hash >>> 0;
  known.set(images, revision);
  return revision;
}
