import { matMul, mul } from '../../graph/operators';
import type { Value } from '../../graph/value';
import { scores } from './attend';

/** How the maps enter the descriptor: what is needed to change a map, or to share out a logit. */
export interface Gathered {
  /**
   * (B, M, T): what every query gives to each of T tokens. The last ones are the patches; before them
   * come [CLS] and, where the probe's query attends to itself, that query. A map shows the patches'
   * part, divided by its sum.
   */
  weights: Value;
  /** (B, M, K): what is gathered by them. The maps reach the descriptor through it alone. */
  sum: Value;
  /**
   * Given (B, M, K) numbers g, splits g_j·sum_j over the tokens that the probe reads: (B, M, N), rows
   * with that sum. Left out where the probe is not linear in `sum`, so that nobody could ask.
   */
  account?(slope: Value): Value;
  /** True where the descriptor is M equal blocks, one after another, and block j comes of row j of `sum` alone. */
  blocks?: boolean;
}

/** The usual way: sum_j = Σ_n w_jn x_n, with weights (B, M, N) and tokens (B, N, D). */
export function gather(weights: Value, tokens: Value): Gathered {
  return {
    weights,
    sum: matMul(weights, tokens),
    account: (slope) => mul(weights, scores(tokens, slope)),
  };
}
