/** The weight that each of the `queries` of `weights (queries, patches)` gives one patch: (M). */
export function weightsAt(
  weights: Float32Array,
  queries: number,
  patches: number,
  patch: number,
): Float32Array {
  return Float32Array.from(
    { length: queries },
    (_, query) => weights[query * patches + patch] ?? 0,
  );
}

/** The largest weight anywhere; 0 for none. */
export function peakWeight(weights: Float32Array): number {
  let peak = 0;
  for (const weight of weights) if (weight > peak) peak = weight;
  return peak;
}
