import { gradients } from '../../../graph/gradients';
import {
  add,
  div,
  expand,
  input,
  matMul,
  mul,
  reduceSum,
  reshape,
  scalar,
  slice,
} from '../../../graph/operators';
import { dependsOn } from '../../../graph/order';
import { serialise } from '../../../graph/serialise';
import { substitution } from '../../../graph/substitute';
import type { Shape, Value } from '../../../graph/value';
import { pick } from '../../../probes/probe';
import {
  classify,
  type HeadShape,
  headState,
  type StateInput,
  startForward,
} from '../../model/forward';

export interface EvidenceGraph {
  model: Uint8Array;
  /** The head's tensors, fed by their full names. */
  state: StateInput[];
  /** M, or 1 where nothing attends. */
  queries: number;
}

/**
 * Logits split over queries and tokens, exactly, for probes whose descriptor y is affine in what
 * their queries pool, z_j = Σ_n a_jn x_n. (EP's y is W_j z_j, block by block: Psomas et al.,
 * arXiv 2506.10178; the split is algebra on that.) With u the classifier's row of a class, or the
 * difference of two, b its bias, batch norm's mean m and s = 1/√(variance + eps):
 *
 *     logit = b + Σ_k u_k s_k (y_k(0) − m_k) + Σ_j g_j·z_j,    g_j = ∂logit/∂z_j,
 *     g_j·z_j = Σ_n a_jn (g_j·x_n)
 *
 * g_j does not depend on z_j, which is what affine means, and what is checked here on the graph. For
 * EP g_j·x_n is Σ_{k in block j} u_k s_k (W_j x_n)_k.
 *
 * The second term is −Σ_k u_k s_k m_k for a linear y. Where each query has its own block of the
 * descriptor, it is distributed: every map sums to 1, so
 *
 *     e_jn = a_jn (g_j·x_n + Σ_{k in block j} u_k s_k (y_k(0) − m_k)),    logit = b + Σ_j Σ_n e_jn
 *
 * is exact too, and measures what a patch adds relative to the average training image instead of to zero:
 * otherwise offsets of raw tokens, which cancel, would swamp the picture. Where a last matrix mixes
 * the queries there is no such share, and the term stays in the constant.
 *
 * Inputs: as `headGraph`, and `requested` (B, C), the weights of the logits to be split. Outputs:
 * `evidence` (B, M, T) over the tokens that the probe reads, `constant` (B), and `logit` (B) as the
 * head computes it.
 * @returns null where no exact split exists.
 */
export function evidenceGraph(shape: HeadShape): EvidenceGraph | null {
  const forward = startForward(shape, false);
  const { parameters, layout, tokens } = forward;
  const { pooling } = forward.pooled;
  if (!pooling?.attribution) return null;

  const requested = input('requested', [shape.batch, shape.classes]);
  const logits = classify(forward.normalised, forward);
  const free = input('pooled', pooling.sum.shape);
  const freed = substitution((value) => (value === pooling.sum ? free : undefined));
  const [gradient] = gradients(reduceSum(mul(requested, freed(logits)), [0, 1]), [free]);
  const nothing = expand(scalar(0), pooling.sum.shape);
  const emptied = substitution((value) => (value === pooling.sum ? nothing : undefined));
  const rest = emptied(forward.normalised);
  if (!gradient || dependsOn([gradient], free) || dependsOn([rest], tokens)) return null;

  const direction = matMul(requested, pick(parameters, layout.classifierWeight));
  const bias = reduceSum(mul(requested, pick(parameters, layout.classifierBias)), [1]);
  const offsets = mul(direction, rest);
  const queries = pooling.sum.shape[1] ?? 0;
  const attribution = pooling.attribution(gradient);
  const outputs =
    pooling.blocks || queries === 1
      ? {
          evidence: add(attribution, distributed(offsets, pooling.weights, attribution.shape)),
          constant: bias,
        }
      : { evidence: attribution, constant: add(bias, reduceSum(offsets, [1])) };
  const logit = reduceSum(mul(requested, logits), [1]);
  return { model: serialise({ ...outputs, logit }), state: headState(forward), queries };
}

/**
 * The sum of every query's block of `offsets` (B, K), distributed by its map over the last tokens of
 * `weights`.
 * @param shape (B, M, T)
 */
function distributed(
  offsets: Value,
  weights: Value,
  [batch = 0, queries = 0, read = 0]: Shape,
): Value {
  const all = weights.shape[2] ?? 0;
  const shares = slice(weights, 2, all - read, all);
  const map = div(shares, reduceSum(shares, [2], true));
  const width = (offsets.shape[1] ?? 0) / queries;
  const ofBlock = reduceSum(reshape(offsets, [batch, queries, width]), [2]);
  return mul(map, reshape(ofBlock, [batch, queries, 1]));
}
