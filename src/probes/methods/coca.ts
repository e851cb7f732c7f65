import { matMul, mul, reshape, slice } from '../../graph/operators';
import { attend } from '../layers/attend';
import { layerNorm, linearLayer } from '../layers/layers';
import { filled, linearParameters, query } from '../layers/parameters';
import { poolTokens } from '../layers/pooling';
import { type Probe, pick } from '../probe';

const QUERIES = 196;
const HEADS = 8;
const HEAD_WIDTH = 64;
const INNER = HEADS * HEAD_WIDTH;
const EPS = 1e-5;

/**
 * CoCa's attentional pooler: many image queries, eight heads that share one key and one value. Only
 * the first query's output is classified, so only that one is computed; the others stay in the head.
 *
 * It could fold standardisation, and doesn't: the last matrix mixes the heads, so what the folded
 * shift adds to the evidence of each head could not be taken away from it again.
 */
export const coca: Probe = {
  name: 'coca',
  label: 'CoCa',
  reference: 'Yu et al., TMLR 2022',
  reads: 'patches',
  options: [],
  mapCount: () => HEADS,
  splitsLogits: true,
  recogniseOptions: () => ({}),
  descriptorWidth: (width) => width,

  parameters: ({ width }) => [
    query('img_queries', [QUERIES, width], 1),
    filled('norm.gamma', [width], 1),
    ...linearParameters('to_q', width, INNER, { bias: false }),
    ...linearParameters('to_kv', width, 2 * HEAD_WIDTH, { bias: false }),
    ...linearParameters('to_out', INNER, width, { bias: false }),
  ],

  buffers: ({ width }) => [{ name: 'norm.beta', shape: [width], start: 0 }],

  pool({ tokens, parameters, buffers, batch }) {
    const first = slice(pick(parameters, 'img_queries'), 0, 0, 1);
    const projectedQuery = linearLayer(
      layerNorm(first, pick(parameters, 'norm.gamma'), pick(buffers, 'norm.beta'), EPS),
      pick(parameters, 'to_q.weight'),
    );
    const keysAndValues = pick(parameters, 'to_kv.weight');
    const keys = slice(keysAndValues, 0, 0, HEAD_WIDTH);
    const values = slice(keysAndValues, 0, HEAD_WIDTH, 2 * HEAD_WIDTH);
    const byHead = reshape(mul(projectedQuery, HEAD_WIDTH ** -0.5), [HEADS, HEAD_WIDTH]);
    const attention = attend(tokens, matMul(byHead, keys));
    const pooling = poolTokens(attention, tokens);
    const attended = linearLayer(pooling.sum, values);
    const descriptor = linearLayer(
      reshape(attended, [batch, INNER]),
      pick(parameters, 'to_out.weight'),
    );
    return { descriptor, attention, pooling };
  },
};
