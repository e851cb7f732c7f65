import { cosineKMeans } from '../numbers/cosine-k-means';
import { argmax } from '../numbers/vectors';

/**
 * Groups queries that look at the same places: k-means on the cosines of their maps. Always the same
 * for the same numbers; it starts from the query of highest entropy.
 * @param cosine (M, M), over all images
 * @param groups how many are wanted; there are never more than queries, and none is empty
 * @param entropy of each query's maps, (M)
 * @returns the group of each query, (M); numbered by the first query in it
 */
export function groupQueries(
  cosine: Float32Array,
  groups: number,
  entropy: ArrayLike<number>,
): Uint8Array {
  const queries = Math.round(Math.sqrt(cosine.length));
  const count = Math.min(Math.max(1, Math.round(groups)), queries);
  return inOrder(cosineKMeans(cosine, count, argmax(entropy)));
}

/** Numbers groups by the first query in each, so that they keep their colours between runs. */
function inOrder(groupOf: Uint8Array): Uint8Array {
  const numbers = new Map<number, number>();
  return groupOf.map((group) => {
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  });
}
