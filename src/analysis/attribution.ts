import type { Evidence } from '../vocabulary/evidence';

/** A logit as the sum of its parts. */
export interface Attribution {
  /** What each query adds through all patches, (M). */
  perQuery: Float64Array;
  /** What [CLS] adds through all queries; null where the probe doesn't read it. */
  cls: number | null;
  /** What is the same for every image. */
  constant: number;
  /** Sum of all of these. */
  total: number;
  /** As the head itself computes it. */
  logit: number;
  /** `total` − `logit`: rounding. */
  difference: number;
}

/** Adds a logit up from its parts: logit = constant + cls + Σ perQuery. */
export function attributeLogit({
  weights,
  queries,
  patches,
  cls,
  constant,
  logit,
}: Evidence): Attribution {
  const perQuery = new Float64Array(queries);
  for (let query = 0; query < queries; query++) {
    perQuery[query] = sum(weights.subarray(query * patches, (query + 1) * patches));
  }
  const clsSum = cls && sum(cls);
  const total = constant + (clsSum ?? 0) + sum(perQuery);
  return { perQuery, cls: clsSum, constant, total, logit, difference: total - logit };
}

/** What each patch adds, (N): through one query, or through all where `query` is null. */
export function evidenceMap(
  { weights, queries, patches }: Pick<Evidence, 'weights' | 'queries' | 'patches'>,
  query: number | null,
): Float32Array {
  if (query !== null) return weights.slice(query * patches, (query + 1) * patches);
  const map = new Float32Array(patches);
  for (let n = 0; n < patches; n++) {
    let all = 0;
    for (let row = 0; row < queries; row++) all += weights[row * patches + n] ?? 0;
    map[n] = all;
  }
  return map;
}

function sum(values: Float32Array | Float64Array): number {
  let all = 0;
  for (const value of values) all += value;
  return all;
}
