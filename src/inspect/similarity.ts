/**
 * Mean cosine between the attention maps of every two queries of one image: 1 when all queries look
 * at the same patches, 0 when no two share one.
 * @param maps row-major (M, N)
 * @returns null for fewer than two queries
 */
export function meanPairwiseCosine(maps: Float32Array, queries: number): number | null {
  if (queries < 2) return null;
  const patches = maps.length / queries;
  const rows = Array.from({ length: queries }, (_, j) =>
    maps.subarray(j * patches, (j + 1) * patches),
  );
  const lengths = rows.map((row) => Math.sqrt(dot(row, row)));
  let sum = 0;
  for (let i = 0; i < queries; i++) {
    for (let j = 0; j < i; j++) {
      const product = dot(rows[i] ?? maps, rows[j] ?? maps);
      sum += product / Math.max((lengths[i] ?? 0) * (lengths[j] ?? 0), Number.MIN_VALUE);
    }
  }
  return sum / ((queries * (queries - 1)) / 2);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let n = 0; n < a.length; n++) sum += (a[n] ?? 0) * (b[n] ?? 0);
  return sum;
}
