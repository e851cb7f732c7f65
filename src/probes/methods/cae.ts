import { mul, reshape } from '../../graph/operators';
import { affine, attend, projectHeads, sharedDirections } from '../layers/attend';
import { layerNorm, linearLayer, module, normaliseRows } from '../layers/layers';
import { linearParameters, normParameters, query } from '../layers/parameters';
import { poolTokens } from '../layers/pooling';
import { type Probe, pick } from '../probe';

const HEADS = 8;
const EPS = 1e-5;

/** CAE's attentive probe: a learned query, cross-attention, a projection, nothing around it. */
export const cae: Probe = {
  name: 'cae',
  label: 'CAE',
  reference: 'Chen et al., IJCV 2024',
  reads: 'patches',
  options: [],
  mapCount: () => HEADS,
  splitsLogits: true,
  recogniseOptions: () => ({}),
  descriptorWidth: (width) => width,

  parameters: ({ width }) => [
    query('query_token', [1, 1, width], 0.02),
    ...['norm1_q', 'norm1_k', 'norm1_v'].flatMap((name) => normParameters(name, width)),
    // The authors' module creates this norm and never uses it.
    ...normParameters('norm2_cross', width).map((spec) => ({ ...spec, idle: true })),
    ...['q', 'k', 'v'].flatMap((name) =>
      linearParameters(`cross_attn.${name}`, width, width, { bias: false }),
    ),
    ...linearParameters('cross_attn.proj', width, width),
  ],

  pool({ tokens, parameters, width }) {
    const normalised = normaliseRows(tokens, EPS);
    const start = reshape(pick(parameters, 'query_token'), [1, width]);
    const projectedQuery = linearLayer(
      layerNorm(start, ...module(parameters, 'norm1_q'), EPS),
      pick(parameters, 'cross_attn.q.weight'),
    );
    // What the keys' norm adds to a score with its bias is the same for every patch.
    const keyGain = pick(parameters, 'norm1_k.weight');
    const directions = sharedDirections(
      projectedQuery,
      pick(parameters, 'cross_attn.k.weight'),
      HEADS,
    );
    const attention = attend(normalised, mul(directions, keyGain));
    const [gain, bias] = module(parameters, 'norm1_v');
    const pooling = poolTokens(attention, normalised);
    const values = pick(parameters, 'cross_attn.v.weight');
    const attended = projectHeads(affine(pooling.sum, gain, bias), values);
    const descriptor = linearLayer(attended, ...module(parameters, 'cross_attn.proj'));
    return { descriptor, attention, pooling };
  },
};
