import { matMul, mul, reshape, softmax, transpose } from '../src/graph/operators';
import { ep } from '../src/probes/ep';
import { type Probe, pick } from '../src/probes/probe';

/**
 * EP as the reference computes it: every patch is projected first, then pooled. The same function
 * as `ep`, at the cost of N·D·D_o multiplications an image.
 */
export const referenceEp: Probe = {
  ...ep,
  name: 'ep-reference',
  pool({ tokens, parameters, batch, patches, width, options }) {
    const [, M = 1] = pick(parameters, 'cls_token').shape;
    const descriptorWidth = ep.descriptorWidth(width, options);
    const block = descriptorWidth / M;
    const flat = reshape(tokens, [batch * patches, width]);
    const q = reshape(mul(pick(parameters, 'cls_token'), width ** -0.5), [M, width]);
    const scores = reshape(matMul(flat, transpose(q)), [batch, patches, M]);
    const attention = softmax(transpose(scores));
    const projected = matMul(flat, transpose(pick(parameters, 'v.weight')));
    const values = transpose(reshape(projected, [batch, patches, M, block]), [0, 2, 1, 3]);
    const pooled = matMul(reshape(attention, [batch, M, 1, patches]), values);
    return { descriptor: reshape(pooled, [batch, descriptorWidth]), attention };
  },
};
