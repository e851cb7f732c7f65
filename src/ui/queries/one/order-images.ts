import type { ImageItem } from '../../../state/slices/types';

/** A number by which images are sorted, by image id; images without one come last. */
export type Ranks = ReadonlyMap<string, number>;

/**
 * Images in the order in which the grid shows them: largest number first, those without one at the
 * end; equal ones, and all without `ranks`, in the order in which they were given.
 */
export function orderImages(images: readonly ImageItem[], ranks: Ranks | null): ImageItem[] {
  if (!ranks) return [...images];
  const rank = ({ id }: ImageItem) => ranks.get(id) ?? Number.NEGATIVE_INFINITY;
  return images.toSorted((a, b) => {
    const [first, second] = [rank(a), rank(b)];
    // Two infinities have no difference.
    return first === second ? 0 : second - first;
  });
}
