import { mul, reshape } from '../../graph/operators';
import { AppError } from '../../vocabulary/failures';
import type { ProbeOptions } from '../choice';
import { attend, projectHeads } from '../layers/attend';
import { foldLinear } from '../layers/fold';
import { poolTokens } from '../layers/pooling';
import { type OptionSpec, optionValue, type Probe, pick } from '../probe';

const queries: OptionSpec = {
  key: 'queries',
  default: 8,
  values: (width, options) => divisors(width / optionValue(dOut, options)).filter((m) => m <= 64),
};

const dOut: OptionSpec = {
  key: 'dOut',
  default: 1,
  values: (width, options) =>
    [1, 2, 4, 8].filter((d) => width % (d * optionValue(queries, options)) === 0),
};

/**
 * Efficient probing: M learned queries, each with its own attention map over the patches and its
 * own block of the value projection.
 *
 *     a_j = softmax_n(D^-½ q_j·x_n),   y_j = W_j Σ_n a_jn x_n,   y = concat_j y_j
 *
 * The tokens are pooled before they are projected: W_j is linear, so this is the reference's
 * Σ_n a_jn (W_j x_n) at a fraction of its cost.
 */
export const ep: Probe = {
  name: 'ep',
  label: 'EP',
  reference: 'Psomas et al., ICLR 2026',
  reads: 'patches',
  options: [queries, dOut],
  mapCount: (options) => optionValue(queries, options),
  splitsLogits: true,
  recogniseOptions: (shapes, width) => ({
    queries: pick(shapes, 'cls_token')[1] ?? Number.NaN,
    dOut: width / (pick(shapes, 'v.weight')[0] ?? Number.NaN),
  }),
  descriptorWidth,

  parameters: ({ width }, options) => [
    {
      name: 'cls_token',
      shape: [1, optionValue(queries, options), width],
      group: 'queries',
      meetsTokens: true,
      start: { kind: 'normal', deviation: 0.02 },
    },
    {
      name: 'v.weight',
      shape: [descriptorWidth(width, options), width],
      group: 'other',
      start: { kind: 'uniform', bound: 1 / Math.sqrt(width) },
    },
  ],

  pool({ tokens, parameters, width, options }) {
    const M = optionValue(queries, options);
    const q = reshape(mul(pick(parameters, 'cls_token'), width ** -0.5), [M, width]);
    const attention = attend(tokens, q);
    const pooling = { ...poolTokens(attention, tokens), blocks: true };
    const descriptor = projectHeads(pooling.sum, pick(parameters, 'v.weight'));
    return { descriptor, attention, pooling };
  },

  /** q·x̂ = (q/σ)·x − a constant that the softmax ignores; W x̂ = (W/σ) x − (W/σ) μ. */
  fold(tensors, standardisation) {
    const queriesOnly = foldLinear(pick(tensors, 'cls_token'), standardisation);
    const { weight, shift } = foldLinear(pick(tensors, 'v.weight'), standardisation);
    return {
      tensors: { cls_token: queriesOnly.weight, 'v.weight': weight },
      scale: new Float64Array(shift.length).fill(1),
      shift,
    };
  },
};

/**
 * D_o = D / d_out.
 * @throws `queries-dont-divide-width`
 */
function descriptorWidth(width: number, options: ProbeOptions): number {
  const M = optionValue(queries, options);
  const result = width / optionValue(dOut, options);
  if (!Number.isInteger(result) || result % M !== 0) {
    throw new AppError({ code: 'queries-dont-divide-width', queries: M, width: result });
  }
  return result;
}

function divisors(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i + 1).filter((i) => n % i === 0);
}
