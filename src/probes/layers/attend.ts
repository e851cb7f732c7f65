import { add, matMul, mul, reshape, softmax, transpose } from '../../graph/operators';
import type { Value } from '../../graph/value';
import { AppError } from '../../vocabulary/failures';

/**
 * Attention without projecting a patch. A head's score q·(W x_n) equals (Wᵀq)·x_n, and what it
 * pools, Σ_n a_n W x_n, equals W Σ_n a_n x_n: the query is turned into a direction among the
 * tokens, and only the pooled token is projected.
 */

/**
 * Attention maps of directions that are the same for every image, (H, D), or the image's own,
 * (B, H, D), over tokens (B, N, D).
 * @returns (B, H, N)
 */
export function attend(tokens: Value, directions: Value): Value {
  return softmax(scores(tokens, directions));
}

/** What `attend` gives before the softmax, (B, H, N). */
export function scores(tokens: Value, directions: Value): Value {
  const [batch = 0, patches = 0, width = 0] = tokens.shape;
  if (directions.shape.length === 3) {
    return transpose(matMul(tokens, transpose(directions)));
  }
  // One product over all patches of all images: the tokens are read in place, never transposed.
  const flat = reshape(tokens, [batch * patches, width]);
  const each = matMul(flat, transpose(directions));
  return transpose(reshape(each, [batch, patches, directions.shape[0] ?? 0]));
}

/**
 * Directions of queries that every image shares: W_hᵀ q_h / √d_h of every head.
 * @param query the heads' queries one after another, K numbers
 * @param keys (K, D)
 * @returns (H, D)
 */
export function sharedDirections(query: Value, keys: Value, heads: number): Value {
  const [rows = 0, width = 0] = keys.shape;
  return reshape(ownDirections(reshape(query, [1, rows]), keys, heads), [heads, width]);
}

/**
 * Directions of queries that every image has for itself.
 * @param queries (B, K)
 * @param keys (K, D)
 * @returns (B, H, D)
 */
export function ownDirections(queries: Value, keys: Value, heads: number): Value {
  const [batch = 0, rows = 0] = queries.shape;
  const each = headWidth(rows, heads);
  const byHead = transpose(reshape(mul(queries, each ** -0.5), [batch, heads, each]), [1, 0, 2]);
  return transpose(matMul(byHead, splitHeads(keys, heads)), [1, 0, 2]);
}

/**
 * Every head's own block of a projection, side by side.
 * @param pooling (B, H, D)
 * @param weight (K, D), H blocks of rows
 * @returns (B, K)
 */
export function projectHeads(pooling: Value, weight: Value): Value {
  const [batch = 0, heads = 0] = pooling.shape;
  const blocks = splitHeads(weight, heads);
  const projected = matMul(transpose(pooling, [1, 0, 2]), transpose(blocks));
  return reshape(transpose(projected, [1, 0, 2]), [batch, weight.shape[0] ?? 0]);
}

/** What heads pool of tokens after a layer norm's gain and bias, from what they pool before those. */
export function affine(pooling: Value, gain: Value, bias: Value): Value {
  return add(mul(pooling, gain), bias);
}

/** (K, D) → (H, K / H, D) */
function splitHeads(weight: Value, heads: number): Value {
  const [rows = 0, width = 0] = weight.shape;
  return reshape(weight, [heads, headWidth(rows, heads), width]);
}

/** @throws `heads-dont-divide-width` when the heads can't share the channels evenly. */
export function headWidth(total: number, heads: number): number {
  if (total % heads !== 0) {
    throw new AppError({ code: 'heads-dont-divide-width', heads, width: total });
  }
  return total / heads;
}
