import { attend, projectHeads, sharedDirections } from '../layers/attend';
import { batchNorm } from '../layers/batch-norm';
import { sameDescriptor } from '../layers/fold';
import { linearParameters, query } from '../layers/parameters';
import { poolTokens } from '../layers/pooling';
import { type Probe, pick } from '../probe';

const HEADS = 16;
const EPS = 1e-6;

/** The attentive probe of AIM: batch-normalised tokens, one learned query, keys and values. */
export const aim: Probe = {
  name: 'aim',
  label: 'AIM',
  reference: 'El-Nouby et al., ICML 2024',
  reads: 'patches',
  options: [],
  mapCount: () => HEADS,
  splitsLogits: true,
  recogniseOptions: () => ({}),
  descriptorWidth: (width) => width,

  parameters: ({ width }) => [
    query('cls_token', [1, 1, width], 0.02),
    ...linearParameters('k', width, width, { bias: false }),
    ...linearParameters('v', width, width, { bias: false }),
  ],

  buffers: ({ width }) => [
    { name: 'bn.running_mean', shape: [width], start: 0 },
    { name: 'bn.running_var', shape: [width], start: 1 },
  ],

  pool({ tokens, parameters, buffers, training }) {
    const { normalised, running } = batchNorm(
      tokens,
      { mean: pick(buffers, 'bn.running_mean'), variance: pick(buffers, 'bn.running_var') },
      { eps: EPS, training },
    );
    const keys = pick(parameters, 'k.weight');
    const directions = sharedDirections(pick(parameters, 'cls_token'), keys, HEADS);
    const attention = attend(normalised, directions);
    const pooling = { ...poolTokens(attention, normalised), blocks: true };
    return {
      descriptor: projectHeads(pooling.sum, pick(parameters, 'v.weight')),
      attention,
      pooling,
      buffers: { 'bn.running_mean': running.mean, 'bn.running_var': running.variance },
    };
  },

  /** The batch norm of x̂ = (x − μ)/σ is that of x with its running statistics scaled back. */
  fold(tensors, { mean, deviation }) {
    return {
      tensors: {
        'bn.running_mean': pick(tensors, 'bn.running_mean').map(
          (m, d) => m * (deviation[d] ?? 1) + (mean[d] ?? 0),
        ),
        'bn.running_var': pick(tensors, 'bn.running_var').map(
          (v, d) => (v + EPS) * (deviation[d] ?? 1) ** 2 - EPS,
        ),
      },
      ...sameDescriptor(mean.length),
    };
  },
};
