const ROUNDS = 25;
/** Closer than this to two groups, a query stays where it is instead of wandering by rounding. */
const MARGIN = 1e-6;

/**
 * Groups queries that look at the same places: cosine k-means, from the cosines of their maps alone.
 * A group's centre is the mean of its maps v, each at length 1; with G the cosines,
 *
 *     cos(v_j, centre of S) = Σ_{i∈S} G_ji / √(Σ_{i,k∈S} G_ik)
 *
 * Always the same for the same numbers: the first centre is the query of highest entropy, each
 * further one the query least like those chosen; then 25 of Lloyd's rounds.
 * @param cosine (M, M), from a survey over all images
 * @param groups how many are wanted; there are never more than queries, and none is empty
 * @param entropy of each query's maps, (M)
 * @returns the group of each query, (M); numbered by the first query in it
 */
export function groupQueries(
  cosine: Float32Array,
  groups: number,
  entropy: ArrayLike<number>,
): Uint8Array {
  const queries = Math.round(Math.sqrt(cosine.length));
  const count = Math.min(Math.max(1, Math.round(groups)), queries);
  const centres = chooseCentres(cosine, queries, count, entropy);
  let groupOf = nearest(queries, count, new Uint8Array(queries), (query, group) =>
    at(cosine, queries, query, centres[group] ?? 0),
  );
  fillEmpty(groupOf, count, likeness(cosine, groupOf, count));
  for (let round = 0; round < ROUNDS; round++) {
    const like = likeness(cosine, groupOf, count);
    const next = nearest(queries, count, groupOf, like);
    fillEmpty(next, count, like);
    const settled = next.every((group, query) => group === groupOf[query]);
    groupOf = next;
    if (settled) break;
  }
  return inOrder(groupOf);
}

function chooseCentres(
  cosine: Float32Array,
  queries: number,
  count: number,
  entropy: ArrayLike<number>,
): number[] {
  let first = 0;
  for (let query = 1; query < queries; query++) {
    if ((entropy[query] ?? 0) > (entropy[first] ?? 0)) first = query;
  }
  const centres = queries > 0 ? [first] : [];
  while (centres.length < count) {
    let farthest = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let query = 0; query < queries; query++) {
      if (centres.includes(query)) continue;
      const closest = Math.max(...centres.map((centre) => at(cosine, queries, query, centre)));
      if (closest < least) [farthest, least] = [query, closest];
    }
    centres.push(farthest);
  }
  return centres;
}

type Likeness = (query: number, group: number) => number;

/** The cosine of every query with the centre of every group. */
function likeness(cosine: Float32Array, groupOf: Uint8Array, count: number): Likeness {
  const queries = groupOf.length;
  const sums = new Float64Array(queries * count);
  for (let query = 0; query < queries; query++) {
    groupOf.forEach((group, other) => {
      const place = query * count + group;
      sums[place] = (sums[place] ?? 0) + at(cosine, queries, query, other);
    });
  }
  const squares = new Float64Array(count);
  groupOf.forEach((group, query) => {
    squares[group] = (squares[group] ?? 0) + (sums[query * count + group] ?? 0);
  });
  return (query, group) => {
    const square = squares[group] ?? 0;
    return square > 0 ? (sums[query * count + group] ?? 0) / Math.sqrt(square) : -1;
  };
}

function nearest(queries: number, count: number, current: Uint8Array, like: Likeness): Uint8Array {
  return Uint8Array.from({ length: queries }, (_, query) => {
    let best = current[query] ?? 0;
    for (let group = 0; group < count; group++) {
      if (like(query, group) > like(query, best) + MARGIN) best = group;
    }
    return best;
  });
}

/** Gives every empty group the query that fits worst where it is. */
function fillEmpty(groupOf: Uint8Array, count: number, like: Likeness): void {
  const sizes = new Uint32Array(count);
  for (const group of groupOf) sizes[group] = (sizes[group] ?? 0) + 1;
  for (let empty = 0; empty < count; empty++) {
    if ((sizes[empty] ?? 0) > 0) continue;
    let worst = -1;
    groupOf.forEach((group, query) => {
      if ((sizes[group] ?? 0) < 2) return;
      if (worst < 0 || like(query, group) < like(worst, groupOf[worst] ?? 0)) worst = query;
    });
    const from = groupOf[worst] ?? 0;
    sizes[from] = (sizes[from] ?? 0) - 1;
    sizes[empty] = 1;
    groupOf[worst] = empty;
  }
}

/** Numbers groups by the first query in each, so that they keep their colours between runs. */
function inOrder(groupOf: Uint8Array): Uint8Array {
  const numbers = new Map<number, number>();
  return groupOf.map((group) => {
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  });
}

function at(matrix: Float32Array, queries: number, row: number, column: number): number {
  return matrix[row * queries + column] ?? 0;
}
