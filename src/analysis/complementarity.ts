import { coverage } from './coverage';
import { cosineOfGram, gram } from './gram';
import { divergenceMatrix, entropies } from './information';

/** How the maps of one image divide it. */
export interface MapComplementarity {
  /** (M, M): inner products of the maps, which can be added up over images. */
  products: Float64Array;
  /** (M, M): cosine of every two maps, Σ_n a_in·a_jn / (|a_i|·|a_j|), 0…1. */
  cosine: Float32Array;
  /** (M, M): Jensen-Shannon divergence of every two maps, in bits, 0…1. */
  divergence: Float32Array;
  /** (M): entropy of each map as a share of log N, 0…1; 1 for a uniform map. */
  entropy: Float32Array;
  /** Share of the patches that some query holds, 0…1. */
  coverage: number;
  /** Mean of `cosine` over all pairs of queries; null for fewer than two. */
  meanCosine: number | null;
  /** Mean of `divergence` over all pairs of queries, in bits; null for fewer than two. */
  meanDivergence: number | null;
}

/**
 * Measures how the maps `maps (M, N)` of one image divide it. Every row is to be non-negative with
 * sum 1.
 */
export function complementarity(maps: Float32Array, queries: number): MapComplementarity {
  const products = gram(maps, queries);
  const cosine = cosineOfGram(products, queries);
  const divergence = divergenceMatrix(maps, queries);
  return {
    products,
    cosine,
    divergence,
    entropy: entropies(maps, queries),
    coverage: coverage(maps, queries),
    meanCosine: pairMean(cosine, queries),
    meanDivergence: pairMean(divergence, queries),
  };
}

/** Mean cosine over all pairs of the maps `maps (M, N)`; null for fewer than two. */
export function meanPairwiseCosine(maps: Float32Array, queries: number): number | null {
  return pairMean(cosineOfGram(gram(maps, queries), queries), queries);
}

/** Mean of a symmetric matrix (M, M) below its diagonal; null for fewer than two rows. */
export function pairMean(matrix: Float32Array, queries: number): number | null {
  if (queries < 2) return null;
  let sum = 0;
  for (let i = 0; i < queries; i++) {
    for (let j = 0; j < i; j++) sum += matrix[i * queries + j] ?? 0;
  }
  return sum / ((queries * (queries - 1)) / 2);
}
