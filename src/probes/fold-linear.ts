import type { Standardisation } from './probe';

/**
 * A matrix (K, D) for raw tokens in place of standardised ones: W x̂ = (W/σ) x − (W/σ) μ.
 * @returns `weight` W/σ and `shift` (W/σ) μ, (K)
 */
export function foldLinear(
  weight: Float32Array,
  { mean, deviation }: Standardisation,
): { weight: Float32Array; shift: Float64Array } {
  const width = mean.length;
  const folded = weight.map((entry, index) => entry / (deviation[index % width] ?? 1));
  const shift = new Float64Array(weight.length / width);
  folded.forEach((entry, index) => {
    const row = Math.floor(index / width);
    shift[row] = (shift[row] ?? 0) + entry * (mean[index % width] ?? 0);
  });
  return { weight: folded, shift };
}

/** The same for a layer with a bias, which takes the shift up. */
export function foldLayer(
  weight: Float32Array,
  bias: Float32Array,
  standardisation: Standardisation,
): { weight: Float32Array; bias: Float32Array } {
  const folded = foldLinear(weight, standardisation);
  return {
    weight: folded.weight,
    bias: bias.map((entry, row) => entry - (folded.shift[row] ?? 0)),
  };
}

/** For probes whose descriptor stays the same when their tensors are folded. */
export function sameDescriptor(width: number): { scale: Float64Array; shift: Float64Array } {
  return { scale: new Float64Array(width).fill(1), shift: new Float64Array(width) };
}
