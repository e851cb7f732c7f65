import { hoist } from '../../../graph/hoist';
import {
  add,
  concat,
  div,
  expand,
  input,
  mul,
  reduceSum,
  slice,
  sub,
} from '../../../graph/operators';
import { dependsOn, topologicalOrder } from '../../../graph/order';
import { serialise } from '../../../graph/serialise';
import { substitution } from '../../../graph/substitute';
import type { Value } from '../../../graph/value';
import { ProgrammingError } from '../../../vocabulary/programming-error';
import {
  classify,
  type HeadShape,
  headState,
  type StateInput,
  startForward,
} from '../../model/forward';

export interface ImportanceGraph {
  /** What does not depend on which maps are uniform: run once per batch, its outputs fed to `model`. */
  once: { model: Uint8Array; outputs: string[] };
  model: Uint8Array;
  /** The head's tensors, fed by their full names to both. */
  state: StateInput[];
  /** M */
  queries: number;
}

/**
 * A head in which the map of some queries is uniform. What a query gives to the patches in all, it
 * gives to every one of them in equal parts; what it gives to [CLS], or to itself, stays.
 *
 * A query's map reaches the logits through what it pools, so both things that it may pool are
 * computed once, and every variant is no more than what comes after the pooling.
 *
 * `model`'s inputs: `uniform` (M, 1), 1 for the queries in question and 0 for the others, and what
 * `once` returns for `tokens`. Output: `logits` (B, C).
 * @returns null where the maps are not what the probe pools by.
 */
export function importanceGraph(shape: HeadShape): ImportanceGraph | null {
  const forward = startForward(shape, false);
  const { pooling, attention } = forward.pooled;
  if (!pooling || !attention) return null;
  const { weights, sum } = pooling;
  const even = spreadEvenly(weights, shape.patches);
  const evenly = substitution((value) => (value === weights ? even : undefined));
  const uniform = input('uniform', [weights.shape[1] ?? 0, 1]);
  const chosen = add(sum, mul(uniform, sub(evenly(sum), sum)));
  const choosing = substitution((value) => (value === sum ? chosen : undefined));
  const logits = choosing(classify(forward.normalised, forward));

  const given = topologicalOrder([logits]).filter((value) => value.kind === 'input');
  const { once, outputs } = hoist(
    { logits },
    given.filter((value) => value !== uniform),
  );
  if (dependsOn(Object.values(outputs), forward.tokens)) {
    throw new ProgrammingError(
      `${shape.probe.label} uses its tokens besides what it pools of them.`,
    );
  }
  return {
    once: { model: serialise(once), outputs: Object.keys(once) },
    model: serialise(outputs),
    state: headState(forward),
    queries: weights.shape[1] ?? 0,
  };
}

/** (B, M, T) with the sum of the last `patches` of every row spread evenly over them. */
function spreadEvenly(weights: Value, patches: number): Value {
  const [batch = 0, queries = 0, all = 0] = weights.shape;
  const total = reduceSum(slice(weights, 2, all - patches, all), [2], true);
  const even = expand(div(total, patches), [batch, queries, patches]);
  return all > patches ? concat([slice(weights, 2, 0, all - patches), even], 2) : even;
}
