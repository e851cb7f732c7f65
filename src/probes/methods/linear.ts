import { expand, mul, reduceSum, reshape, scalar } from '../../graph/operators';
import { foldIdentity } from '../layers/fold';
import type { Probe } from '../probe';

/** Linear probing: the backbone's own summary, its [CLS] token, straight into the classifier. */
export const linear: Probe = {
  name: 'linear',
  label: 'Linear',
  reference: 'Alain & Bengio, 2016',
  reads: 'cls',
  options: [],
  mapCount: () => 0,
  splitsLogits: true,
  recogniseOptions: () => ({}),
  descriptorWidth: (width) => width,
  parameters: () => [],
  pool({ tokens, batch, width }) {
    const sum = reshape(tokens, [batch, 1, width]);
    return {
      descriptor: reshape(sum, [batch, width]),
      attention: null,
      pooling: {
        weights: expand(scalar(1), [batch, 1, 1]),
        sum,
        attribution: (gradient) => reduceSum(mul(sum, gradient), [2], true),
      },
    };
  },
  fold: (_, standardisation) => foldIdentity(standardisation),
};
