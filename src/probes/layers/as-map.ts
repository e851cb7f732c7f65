import { add, div, reduceSum } from '../../graph/operators';
import type { Value } from '../../graph/value';

/** Keeps 0 / 0 from becoming no number where a map has no weight at all. */
const TINY = 1e-30;

/** Non-negative weights (B, M, N) as attention maps: every row divided by its sum. */
export function asMap(weights: Value): Value {
  return div(weights, add(reduceSum(weights, [2], true), TINY));
}
