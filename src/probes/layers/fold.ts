import { type FoldedPooling, pick, type Standardisation } from '../probe';

/**
 * A matrix (K, D) for raw tokens in place of standardised ones: W x̂ = (W/σ) x − (W/σ) μ.
 * @returns `weight` W/σ and `shift` (W/σ) μ, (K)
 */
export function foldLinear(
  weight: Float32Array,
  { mean, deviation }: Standardisation,
): { weight: Float32Array; shift: Float64Array } {
  // Plain loops: this is done at every epoch, and closures took a quarter of the training's time.
  const width = mean.length;
  const folded = new Float32Array(weight.length);
  const shift = new Float64Array(weight.length / width);
  for (let row = 0, at = 0; row < shift.length; row++) {
    let sum = 0;
    for (let d = 0; d < width; d++, at++) {
      folded[at] = (weight[at] as number) / (deviation[d] as number);
      sum += (folded[at] as number) * (mean[d] as number);
    }
    shift[row] = sum;
  }
  return { weight: folded, shift };
}

/**
 * The fold of a probe in which raw tokens meet nothing but one layer with a bias: the bias takes the
 * shift up, and the descriptor stays the same.
 * @param layer its name; `<layer>.weight` and `<layer>.bias` are its tensors
 */
export function foldFirstLayer(layer: string) {
  return (
    tensors: Readonly<Record<string, Float32Array>>,
    standardisation: Standardisation,
  ): FoldedPooling => {
    const [name, biasName] = [`${layer}.weight`, `${layer}.bias`];
    const { weight, shift } = foldLinear(pick(tensors, name), standardisation);
    const bias = pick(tensors, biasName).map((entry, row) => entry - (shift[row] ?? 0));
    return {
      tensors: { [name]: weight, [biasName]: bias },
      ...sameDescriptor(standardisation.mean.length),
    };
  };
}

/** For probes whose descriptor stays the same when their tensors are folded. */
export function sameDescriptor(width: number): { scale: Float64Array; shift: Float64Array } {
  return { scale: new Float64Array(width).fill(1), shift: new Float64Array(width) };
}

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
