import { mul, reduceMean, reshape } from '../../graph/operators';
import { affine, attend, ownDirections } from '../layers/attend';
import { linearLayer, module, normaliseRows } from '../layers/layers';
import { linearParameters, normParameters } from '../layers/parameters';
import { poolTokens } from '../layers/pooling';
import { type Probe, pick } from '../probe';

const EPS = 1e-6;

/** SimPool: the image's mean token is the query, the normalised patches are the keys. */
export const simpool: Probe = {
  name: 'simpool',
  label: 'SimPool',
  reference: 'Psomas et al., ICCV 2023',
  reads: 'patches',
  options: [],
  mapCount: () => 1,
  splitsLogits: true,
  recogniseOptions: () => ({}),
  descriptorWidth: (width) => width,

  parameters: ({ width }) => [
    ...linearParameters('wq', width, width, { bias: false }),
    ...linearParameters('wk', width, width, { bias: false }),
    ...normParameters('norm_patches', width),
  ],

  pool({ tokens, parameters, batch, width }) {
    const [gain, bias] = module(parameters, 'norm_patches');
    const normalised = normaliseRows(tokens, EPS);
    const query = linearLayer(reduceMean(tokens, [1]), pick(parameters, 'wq.weight'));
    const directions = ownDirections(query, pick(parameters, 'wk.weight'), 1);
    const attention = attend(normalised, mul(directions, gain));
    const pooling = poolTokens(attention, normalised);
    const descriptor = reshape(affine(pooling.sum, gain, bias), [batch, width]);
    return { descriptor, attention, pooling };
  },
};
