import { matMul, mul } from '../../graph/operators';
import type { Value } from '../../graph/value';
import type { Pooling } from '../probe';
import { scores } from './attend';

/** The usual way: sum_j = Σ_n w_jn x_n, with weights (B, M, N) and tokens (B, N, D). */
export function poolTokens(weights: Value, tokens: Value): Pooling {
  return {
    weights,
    sum: matMul(weights, tokens),
    attribution: (gradient) => mul(weights, scores(tokens, gradient)),
  };
}
