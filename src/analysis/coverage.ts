/** Share of a map's weight that the patches it holds carry together. */
const HELD_SHARE = 0.5;
/** Weights closer than this to each other, relatively, differ by rounding only. */
const ROUNDING = 1e-4;

/**
 * Share of the patches that some query holds, 0…1, for the maps `maps (M, N)`:
 *
 *     coverage = |H_1 ∪ … ∪ H_M| / N
 *
 * where H_j, the patches that query j holds, is the smallest set of patches that together carry half
 * of its weight. Patches of equal weight are held together or not at all, so a uniform map holds the
 * whole image.
 */
export function coverage(maps: Float32Array, queries: number): number {
  const patches = maps.length / queries;
  const held = new Uint8Array(patches);
  for (let query = 0; query < queries; query++) {
    const map = maps.subarray(query * patches, (query + 1) * patches);
    const least = leastHeldWeight(map);
    for (let n = 0; n < patches; n++) if ((map[n] ?? 0) >= least) held[n] = 1;
  }
  let count = 0;
  for (const one of held) count += one;
  return count / patches;
}

/** The weight from which on a patch is held. */
function leastHeldWeight(map: Float32Array): number {
  const sorted = map.slice().sort();
  let total = 0;
  for (const weight of sorted) total += weight;
  let carried = 0;
  let at = sorted.length;
  while (at > 0 && carried < (HELD_SHARE - ROUNDING) * total) carried += sorted[--at] ?? 0;
  return (sorted[at] ?? 0) * (1 - ROUNDING);
}
