import { matMul, mul, reduceMean, reshape, softmax, transpose } from '../../graph/operators';
import type { Value } from '../../graph/value';
import { headWidth } from '../layers/attend';
import { layerNorm, module, normaliseRows } from '../layers/layers';
import { normParameters } from '../layers/parameters';
import type { Probe } from '../probe';

const HEADS = 12;
const EPS = 1e-6;

/** SimPool without projections: every head attends over its own block of channels. */
export const esimpool: Probe = {
  name: 'esimpool',
  label: 'E-SimPool',
  reference: 'Psomas et al., ICLR 2026',
  reads: 'patches',
  options: [],
  mapCount: () => HEADS,
  splitsLogits: true,
  recogniseOptions: () => ({}),
  descriptorWidth: (width) => width,
  parameters: ({ width }) => normParameters('norm_patches', width),

  pool({ tokens, parameters, batch, patches, width }) {
    const each = headWidth(width, HEADS);
    const [gain, bias] = module(parameters, 'norm_patches');
    const query = layerNorm(reduceMean(tokens, [1]), gain, bias, EPS);
    const directions = reshape(mul(mul(query, gain), each ** -0.5), [batch, HEADS, 1, each]);
    const keys = byHead(normaliseRows(tokens, EPS));
    const maps = [batch, HEADS, patches];
    const attention = reshape(softmax(matMul(directions, transpose(keys))), maps);
    const values = byHead(tokens);
    const rows = reshape(attention, [batch, HEADS, 1, patches]);
    const sum = reshape(matMul(rows, values), [batch, HEADS, each]);
    return {
      descriptor: reshape(sum, [batch, width]),
      attention,
      pooling: {
        weights: attention,
        sum,
        attribution: (gradient) => {
          const products = matMul(values, reshape(gradient, [batch, HEADS, each, 1]));
          return mul(attention, reshape(products, maps));
        },
        blocks: true,
      },
    };
  },
};

/** (B, N, D) → (B, H, N, D / H); the tokens don't change, so this is done once per batch. */
function byHead(tokens: Value): Value {
  const [batch = 0, patches = 0, width = 0] = tokens.shape;
  return transpose(reshape(tokens, [batch, patches, HEADS, width / HEADS]), [0, 2, 1, 3]);
}
