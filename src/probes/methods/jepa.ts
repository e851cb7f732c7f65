import { add, mul, reshape } from '../../graph/operators';
import { affine, attend, projectHeads, sharedDirections } from '../layers/attend';
import {
  keyValueHalves,
  layerNorm,
  linearLayer,
  mlp,
  module,
  normaliseRows,
} from '../layers/layers';
import { linearParameters, narrow, normParameters, query } from '../layers/parameters';
import { poolTokens } from '../layers/pooling';
import { type Probe, pick } from '../probe';

const HEADS = 16;
const EPS = 1e-5;
const BLOCK = 'cross_attention_block';

/** V-JEPA's attentive probe: a learned query through one cross-attention block. */
export const jepa: Probe = {
  name: 'jepa',
  label: 'V-JEPA',
  reference: 'Bardes et al., TMLR 2024',
  reads: 'patches',
  options: [],
  mapCount: () => HEADS,
  splitsLogits: false,
  recogniseOptions: () => ({}),
  descriptorWidth: (width) => width,

  parameters: ({ width }) => [
    query('query_tokens', [1, 1, width], 0.02),
    ...normParameters(`${BLOCK}.norm1`, width),
    ...narrow(
      [
        ...linearParameters(`${BLOCK}.xattn.q`, width, width),
        ...linearParameters(`${BLOCK}.xattn.kv`, width, 2 * width),
      ],
      0.02,
    ),
    ...narrow(linearParameters(`${BLOCK}.xattn.proj`, width, width), 0.02 * Math.SQRT1_2),
    ...normParameters(`${BLOCK}.norm2`, width),
    ...narrow(linearParameters(`${BLOCK}.mlp.fc1`, width, 4 * width), 0.02),
    ...narrow(linearParameters(`${BLOCK}.mlp.fc2`, 4 * width, width), 0.02 * Math.SQRT1_2),
  ],

  pool({ tokens, parameters, width }) {
    const [gain, bias] = module(parameters, `${BLOCK}.norm1`);
    const normalised = normaliseRows(tokens, EPS);
    const start = reshape(pick(parameters, 'query_tokens'), [1, width]);
    const projectedQuery = linearLayer(start, ...module(parameters, `${BLOCK}.xattn.q`));
    // What the norm's bias and the keys' bias add to a score is the same for every patch.
    const { keys, values, valueBias } = keyValueHalves(parameters, `${BLOCK}.xattn.kv`);
    const directions = sharedDirections(projectedQuery, keys, HEADS);
    const attention = attend(normalised, mul(directions, gain));
    const pooling = poolTokens(attention, normalised);
    const attended = add(projectHeads(affine(pooling.sum, gain, bias), values), valueBias);
    const first = add(start, linearLayer(attended, ...module(parameters, `${BLOCK}.xattn.proj`)));
    const inner = layerNorm(first, ...module(parameters, `${BLOCK}.norm2`), EPS);
    const descriptor = add(first, mlp(inner, parameters, `${BLOCK}.mlp`));
    return { descriptor, attention, pooling };
  },
};
