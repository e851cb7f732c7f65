import { memoiseByObject } from '../../numbers/memoise';
import type { ImageItem } from '../slices/types';

/** A number that changes when an image gets its tokens, loses them, goes, or changes its class. */
export const tokensRevision = memoiseByObject((images: readonly ImageItem[]): number => {
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
  return hash >>> 0;
});
