import { matMul, mul } from '../../graph/operators';
import type { Value } from '../../graph/value';
import type { Gathered } from '../probe';
import { scores } from './attend';

/** The usual way: sum_j = Σ_n w_jn x_n, with weights (B, M, N) and tokens (B, N, D). */
export function gather(weights: Value, tokens: Value): Gathered {
  return {
    weights,
    sum: matMul(weights, tokens),
    account: (slope) => mul(weights, scores(tokens, slope)),
  };
}
