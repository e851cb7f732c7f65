import { add, concat, expand, matMul, mul, reshape, slice, softmax } from '../../graph/operators';
import { asMap } from '../layers/as-map';
import { projectHeads, scores, sharedDirections } from '../layers/attend';
import { layerNorm, linearLayer, mlp, module, normaliseRows } from '../layers/layers';
import {
  filled,
  linearParameters,
  mlpParameters,
  normParameters,
  query,
} from '../layers/parameters';
import { type Probe, pick } from '../probe';

const HEADS = 4;
const EPS = 1e-6;
/** The last norm is built with PyTorch's default instead. */
const LAST_EPS = 1e-5;
const BLOCK = 'blocks_token_only.0';
/** Both branches start almost closed. */
const LAYER_SCALE = 1e-5;

/** CaiT's class-attention block: a learned class token looks at the patches and at itself. */
export const cait: Probe = {
  name: 'cait',
  label: 'CaiT',
  reference: 'Touvron et al., ICCV 2021',
  reads: 'patches',
  options: [],
  mapCount: () => HEADS,
  splitsLogits: false,
  recogniseOptions: () => ({}),
  descriptorWidth: (width) => width,

  parameters: ({ width }) => [
    query('cls_token', [1, 1, width], 0.02),
    filled(`${BLOCK}.gamma_1`, [width], LAYER_SCALE),
    filled(`${BLOCK}.gamma_2`, [width], LAYER_SCALE),
    ...normParameters(`${BLOCK}.norm1`, width),
    ...['q', 'k', 'v', 'proj'].flatMap((name) =>
      linearParameters(`${BLOCK}.attn.${name}`, width, width),
    ),
    ...normParameters(`${BLOCK}.norm2`, width),
    ...mlpParameters(`${BLOCK}.mlp`, width),
    ...normParameters('norm', width),
  ],

  pool({ tokens, parameters, batch, patches, width }) {
    const of = (name: string) => pick(parameters, `${BLOCK}.${name}`);
    const [gain, bias] = module(parameters, `${BLOCK}.norm1`);
    const start = reshape(pick(parameters, 'cls_token'), [1, width]);
    const own = normaliseRows(start, EPS);
    const normalised = normaliseRows(tokens, EPS);

    // The norm's bias adds the same to every score, the class token's own included.
    const projectedQuery = linearLayer(
      add(mul(own, gain), bias),
      ...module(parameters, `${BLOCK}.attn.q`),
    );
    const directions = mul(sharedDirections(projectedQuery, of('attn.k.weight'), HEADS), gain);
    const ownScore = expand(reshape(linearLayer(directions, own), [1, HEADS, 1]), [
      batch,
      HEADS,
      1,
    ]);
    const weights = softmax(concat([ownScore, scores(normalised, directions)], 2));
    const toOwn = slice(weights, 2, 0, 1);
    const toPatches = slice(weights, 2, 1, patches + 1);
    const sum = add(mul(toOwn, own), matMul(toPatches, normalised));
    const normed = add(mul(sum, gain), bias);

    const attended = add(projectHeads(normed, of('attn.v.weight')), of('attn.v.bias'));
    const projected = linearLayer(attended, ...module(parameters, `${BLOCK}.attn.proj`));
    const first = add(start, mul(projected, of('gamma_1')));
    const inner = layerNorm(first, ...module(parameters, `${BLOCK}.norm2`), EPS);
    const second = add(first, mul(mlp(inner, parameters, `${BLOCK}.mlp`), of('gamma_2')));
    return {
      descriptor: layerNorm(second, ...module(parameters, 'norm'), LAST_EPS),
      attention: asMap(toPatches),
      pooling: { weights, sum },
    };
  },
};
