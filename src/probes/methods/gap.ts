import { div, expand, reduceMean, reshape, scalar } from '../../graph/operators';
import { scores } from '../layers/attend';
import { foldIdentity } from '../layers/fold';
import type { Probe } from '../probe';

/** Global average pooling: the mean over the patches, no learned number before the classifier. */
export const gap: Probe = {
  name: 'gap',
  label: 'GAP',
  reference: 'Lin et al., ICLR 2014',
  reads: 'patches',
  options: [],
  mapCount: () => 0,
  splitsLogits: true,
  recogniseOptions: () => ({}),
  descriptorWidth: (width) => width,
  parameters: () => [],
  pool({ tokens, batch, patches, width }) {
    const sum = reduceMean(tokens, [1], true);
    return {
      descriptor: reshape(sum, [batch, width]),
      attention: null,
      pooling: {
        weights: expand(scalar(1 / patches), [batch, 1, patches]),
        sum,
        attribution: (gradient) => div(scores(tokens, gradient), patches),
      },
    };
  },
  fold: (_, standardisation) => foldIdentity(standardisation),
};
