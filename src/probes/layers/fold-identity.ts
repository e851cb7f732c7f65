import type { FoldedPooling, Standardisation } from '../probe';

/**
 * Folding where the descriptor is a (mean) token itself: the mean of (x − μ)/σ is
 * (mean x)/σ − μ/σ.
 */
export function foldIdentity({ mean, deviation }: Standardisation): FoldedPooling {
  return {
    tensors: {},
    scale: deviation.map((sigma) => 1 / sigma),
    shift: mean.map((mu, d) => mu / (deviation[d] ?? 1)),
  };
}
