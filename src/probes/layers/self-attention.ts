import { matMul, mul, reshape, slice, softmax, transpose } from '../../graph/operators';
import type { Value } from '../../graph/value';
import { headWidth } from './attend';
import { linearLayer } from './layers';

/**
 * Every token attends to all tokens: the queries depend on the patch, so nothing can be factored as in
 * `attend`.
 * @param tokens (B, N, D)
 * @param weight (3D, D): queries, keys and values one after another, without bias
 * @returns `attended` (B, N, D), the heads side by side; `attention` (B, H, N, N)
 */
export function selfAttention(
  tokens: Value,
  weight: Value,
  heads: number,
): { attended: Value; attention: Value } {
  const [batch = 0, patches = 0, width = 0] = tokens.shape;
  const each = headWidth(width, heads);
  const project = (part: number) => {
    const block = slice(weight, 0, part * width, (part + 1) * width);
    const projected = reshape(linearLayer(tokens, block), [batch, patches, heads, each]);
    return transpose(projected, [0, 2, 1, 3]);
  };
  const [queries, keys, values] = [project(0), project(1), project(2)];
  const attention = softmax(matMul(mul(queries, each ** -0.5), transpose(keys)));
  const pooling = transpose(matMul(attention, values), [0, 2, 1, 3]);
  return { attended: reshape(pooling, [batch, patches, width]), attention };
}
