/**
 * Jensen-Shannon divergence of every two of the maps `maps (M, N)`, in bits: (M, M), 0…1.
 *
 *     JSD(p, q) = H((p + q) / 2) − (H(p) + H(q)) / 2,   H(p) = −Σ_n p_n log₂ p_n
 *
 * 0 for equal maps, 1 for maps that share no patch.
 */
export function divergenceMatrix(maps: Float32Array, queries: number): Float32Array {
  const patches = maps.length / queries;
  const own = entropiesInBits(maps, queries);
  const matrix = new Float32Array(queries * queries);
  for (let i = 0; i < queries; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [i * patches, j * patches];
      let mixed = 0;
      for (let n = 0; n < patches; n++) {
        const both = (maps[a + n] ?? 0) + (maps[b + n] ?? 0);
        if (both > 0) mixed -= both * Math.log2(both);
      }
      // Σ over s = p + q: H(s/2) = −½ Σ s log₂ s + ½ Σ s, and Σ s = 2. Saves halving every weight.
      const divergence = mixed / 2 + 1 - ((own[i] ?? 0) + (own[j] ?? 0)) / 2;
      const bounded = Math.min(1, Math.max(0, divergence));
      matrix[i * queries + j] = bounded;
      matrix[j * queries + i] = bounded;
    }
  }
  return matrix;
}

/**
 * Entropy of each of the maps `maps (M, N)` as a share of the largest possible, H(a_j) / log₂ N:
 * (M), 1 for a uniform map, 0 for a single patch.
 */
export function entropies(maps: Float32Array, queries: number): Float32Array {
  const most = Math.log2(maps.length / queries);
  return Float32Array.from(entropiesInBits(maps, queries), (bits) =>
    most > 0 ? Math.min(1, Math.max(0, bits / most)) : 0,
  );
}

/**
 * How concentrated one map (N) is, 0…1: 1 − H(a) / log₂ N. 0 for a uniform map, 1 for a single
 * patch; what images are sorted by.
 */
export function concentration(map: Float32Array): number {
  return 1 - (entropies(map, 1)[0] ?? 0);
}

function entropiesInBits(maps: Float32Array, queries: number): Float64Array {
  const patches = maps.length / queries;
  const bits = new Float64Array(queries);
  for (let query = 0; query < queries; query++) {
    let sum = 0;
    for (let at = query * patches; at < (query + 1) * patches; at++) {
      const weight = maps[at] ?? 0;
      if (weight > 0) sum -= weight * Math.log2(weight);
    }
    bits[query] = sum;
  }
  return bits;
}
