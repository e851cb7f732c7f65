import {
  add,
  concat,
  div,
  matMul,
  mul,
  reduceMean,
  reshape,
  slice,
  softmax,
  transpose,
} from '../../graph/operators';
import type { Value } from '../../graph/value';
import { asMap } from '../layers/as-map';
import { affine, ownDirections, projectHeads, scores } from '../layers/attend';
import { linearLayer, module, normaliseRows } from '../layers/layers';
import { filled, linearParameters, normal, normParameters } from '../layers/parameters';
import { type Probe, pick } from '../probe';

const HEADS = 4;
const EPS = 1e-6;

/** CLIP's attention pooling: the mean token attends to the patches and to itself, with position embeddings. */
export const clip: Probe = {
  name: 'clip',
  label: 'CLIP',
  reference: 'Radford et al., ICML 2021',
  reads: 'patches',
  options: [],
  mapCount: () => HEADS,
  splitsLogits: true,
  recogniseOptions: () => ({}),
  descriptorWidth: (width) => width,

  parameters: ({ patches, width }) => [
    ...normParameters('norm', width),
    normal('pos_embed', [patches + 1, width], width ** -0.5),
    normal('qkv.weight', [3 * width, width], width ** -0.5),
    filled('qkv.bias', [3 * width], 0),
    ...linearParameters('proj', width, width),
  ],

  pool({ tokens, parameters, batch, patches, width }) {
    const [gain, bias] = module(parameters, 'norm');
    const places = pick(parameters, 'pos_embed');
    const [weight, weightBias] = module(parameters, 'qkv');
    const part = (tensor: Value, index: number) =>
      slice(tensor, 0, index * width, (index + 1) * width);
    const normalised = normaliseRows(tokens, EPS);
    const mean = reduceMean(normalised, [1]);

    // Token t_n = gain · x̂_n + bias + place_n. Its score splits into one of x̂_n and one of the
    // place; what the bias and the keys' bias add is the same for every token.
    const queryToken = add(affine(mean, gain, bias), slice(places, 0, 0, 1));
    const projectedQuery = linearLayer(queryToken, part(weight, 0), part(weightBias, 0));
    const directions = ownDirections(projectedQuery, part(weight, 1), HEADS);
    const scaled = mul(directions, gain);
    const ofMean = matMul(scaled, reshape(mean, [batch, width, 1]));
    const ofTokens = concat([ofMean, scores(normalised, scaled)], 2);
    const weights = softmax(add(ofTokens, linearLayer(directions, places)));

    const toPatches = slice(weights, 2, 1, patches + 1);
    const meanShare = mul(slice(weights, 2, 0, 1), reshape(mean, [batch, 1, width]));
    const mixed = affine(add(meanShare, matMul(toPatches, normalised)), gain, bias);
    const sum = add(mixed, linearLayer(weights, transpose(places)));
    const attended = add(projectHeads(sum, part(weight, 2)), part(weightBias, 2));
    return {
      descriptor: linearLayer(attended, ...module(parameters, 'proj')),
      attention: asMap(toPatches),
      pooling: {
        weights,
        sum,
        // What the mean token attends to in itself belongs to the patches: each makes up one N-th of it.
        attribution: (gradient) => {
          const plain = affine(normalised, gain, bias);
          const placed = add(plain, slice(places, 0, 1, patches + 1));
          const inMean = add(plain, slice(places, 0, 0, 1));
          return add(
            mul(toPatches, scores(placed, gradient)),
            mul(div(slice(weights, 2, 0, 1), patches), scores(inMean, gradient)),
          );
        },
      },
    };
  },
};
