/**
 * Inner products of every two of the maps `maps (M, N)`: (M, M), in double precision so that many
 * images can be added up.
 */
export function gram(maps: Float32Array, queries: number): Float64Array {
  const patches = maps.length / queries;
  const products = new Float64Array(queries * queries);
  for (let i = 0; i < queries; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      const [a, b] = [i * patches, j * patches];
      for (let n = 0; n < patches; n++) sum += (maps[a + n] ?? 0) * (maps[b + n] ?? 0);
      products[i * queries + j] = sum;
      products[j * queries + i] = sum;
    }
  }
  return products;
}

/** Cosines (M, M) from inner products (M, M): G_ij / √(G_ii · G_jj); 0 with a map of zeros. */
export function cosineOfGram(products: Float64Array, queries: number): Float32Array {
  const cosine = new Float32Array(queries * queries);
  for (let i = 0; i < queries; i++) {
    for (let j = 0; j < queries; j++) {
      const lengths = (products[i * queries + i] ?? 0) * (products[j * queries + j] ?? 0);
      if (lengths === 0) continue;
      // Weights have no sign, so neither have their cosines; rounding may reach past 1.
      cosine[i * queries + j] = Math.min(1, (products[i * queries + j] ?? 0) / Math.sqrt(lengths));
    }
  }
  return cosine;
}
