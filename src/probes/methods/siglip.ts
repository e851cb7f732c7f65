import { add } from '../../graph/operators';
import { attend, projectHeads, sharedDirections } from '../layers/attend';
import { foldFirstLayer } from '../layers/fold';
import { keyValueHalves, linearLayer, mlp, module } from '../layers/layers';
import { linearParameters, mlpParameters, query } from '../layers/parameters';
import { poolTokens } from '../layers/pooling';
import { type Probe, pick } from '../probe';

const HEADS = 8;

/** SigLIP's pooling: one learned query, multi-head attention, and a residual MLP. */
export const siglip: Probe = {
  name: 'siglip',
  label: 'SigLIP',
  reference: 'Zhai et al., ICCV 2023',
  reads: 'patches',
  options: [],
  mapCount: () => HEADS,
  splitsLogits: false,
  recogniseOptions: () => ({}),
  descriptorWidth: (width) => width,

  parameters: ({ width }) => [
    query('latent', [1, 1, width], width ** -0.5),
    ...linearParameters('q', width, width),
    ...linearParameters('kv', width, 2 * width),
    ...linearParameters('proj', width, width),
    ...mlpParameters('mlp', width),
  ],

  pool({ tokens, parameters }) {
    // The keys' bias adds the same to every score of a head: the softmax ignores it.
    const { keys, values, valueBias } = keyValueHalves(parameters, 'kv');
    const latent = linearLayer(pick(parameters, 'latent'), ...module(parameters, 'q'));
    const attention = attend(tokens, sharedDirections(latent, keys, HEADS));
    const pooling = poolTokens(attention, tokens);
    const attended = add(projectHeads(pooling.sum, values), valueBias);
    const projected = linearLayer(attended, ...module(parameters, 'proj'));
    const descriptor = add(projected, mlp(projected, parameters, 'mlp'));
    return { descriptor, attention, pooling };
  },
  fold: foldFirstLayer('kv'),
};
