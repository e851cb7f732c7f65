import { add, reduceMean } from '../../graph/operators';
import { gelu, layerNorm, linearLayer, module } from '../layers/layers';
import { linearParameters, mlpParameters, normParameters } from '../layers/parameters';
import { selfAttention } from '../layers/self-attention';
import { type Probe, pick } from '../probe';

const HEADS = 8;
const EPS = 1e-5;
const BLOCK = 'dino_block';

/** One more transformer block over all patches, then their mean: the upper bound in cost. */
export const dinovit: Probe = {
  name: 'dinovit',
  label: 'DINO block',
  reference: 'Caron et al., ICCV 2021',
  reads: 'patches',
  options: [],
  mapCount: () => HEADS,
  splitsLogits: false,
  recogniseOptions: () => ({}),
  descriptorWidth: (width) => width,

  parameters: ({ width }) => [
    ...normParameters(`${BLOCK}.norm1`, width),
    ...linearParameters(`${BLOCK}.attn.qkv`, width, 3 * width, { bias: false }),
    ...linearParameters(`${BLOCK}.attn.proj`, width, width),
    ...normParameters(`${BLOCK}.norm2`, width),
    ...mlpParameters(`${BLOCK}.mlp`, width),
  ],

  pool({ tokens, parameters }) {
    const normalised = layerNorm(tokens, ...module(parameters, `${BLOCK}.norm1`), EPS);
    const { attended, attention } = selfAttention(
      normalised,
      pick(parameters, `${BLOCK}.attn.qkv.weight`),
      HEADS,
    );
    const first = add(tokens, linearLayer(attended, ...module(parameters, `${BLOCK}.attn.proj`)));
    const inner = layerNorm(first, ...module(parameters, `${BLOCK}.norm2`), EPS);
    const hidden = gelu(linearLayer(inner, ...module(parameters, `${BLOCK}.mlp.fc1`)));
    // The last layer is linear: the mean over the patches goes first.
    const last = linearLayer(reduceMean(hidden, [1]), ...module(parameters, `${BLOCK}.mlp.fc2`));
    return {
      descriptor: add(reduceMean(first, [1]), last),
      // How much attention a patch gets: the mean over all patches that attend.
      attention: reduceMean(attention, [2]),
    };
  },
};
