import { argmax } from './vectors';

const MOST_ROUNDS = 25;
/** Closer than this to two clusters, a vector stays where it is instead of wandering by rounding. */
const MARGIN = 1e-6;

/**
 * Spherical k-means (Dhillon & Modha, "Concept decompositions for large sparse text data using
 * clustering", 2001) of vectors that are known by their cosines alone. A cluster's centre is the mean
 * of its vectors v, each at length 1; with G the cosines,
 *
 *     cos(v_j, centre of S) = Σ_{i∈S} G_ji / √(Σ_{i,k∈S} G_ik)
 *
 * Deterministic: each further start is the vector least like those chosen (farthest-first traversal,
 * Gonzalez 1985), then Lloyd's rounds.
 * @param cosines (M, M)
 * @param clusters at most M; none ends up empty
 * @param first the vector that is the first start
 * @returns the cluster of each vector, (M)
 */
export function cosineKMeans(cosines: Float32Array, clusters: number, first: number): Uint8Array {
  const count = Math.round(Math.sqrt(cosines.length));
  const starts = farthestFirst(cosines, count, clusters, first);
  let clusterOf = nearest(clusters, new Uint8Array(count), (vector, cluster) =>
    at(cosines, count, vector, starts[cluster] ?? 0),
  );
  fillEmpty(clusterOf, clusters, likeness(cosines, clusterOf, clusters));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const like = likeness(cosines, clusterOf, clusters);
    const next = nearest(clusters, clusterOf, like);
    fillEmpty(next, clusters, like);
    const settled = next.every((cluster, vector) => cluster === clusterOf[vector]);
    clusterOf = next;
    if (settled) break;
  }
  return clusterOf;
}

function farthestFirst(
  cosines: Float32Array,
  count: number,
  wanted: number,
  first: number,
): number[] {
  const starts = count > 0 ? [first] : [];
  while (starts.length < wanted) {
    const distances = Float64Array.from({ length: count }, (_, vector) =>
      starts.includes(vector)
        ? Number.NEGATIVE_INFINITY
        : -Math.max(...starts.map((start) => at(cosines, count, vector, start))),
    );
    starts.push(argmax(distances));
  }
  return starts;
}

type Likeness = (vector: number, cluster: number) => number;

/** The cosine of every vector with the centre of every cluster. */
function likeness(cosines: Float32Array, clusterOf: Uint8Array, clusters: number): Likeness {
  const count = clusterOf.length;
  const sums = new Float64Array(count * clusters);
  for (let vector = 0; vector < count; vector++) {
    clusterOf.forEach((cluster, other) => {
      const place = vector * clusters + cluster;
      sums[place] = (sums[place] ?? 0) + at(cosines, count, vector, other);
    });
  }
  const squares = new Float64Array(clusters);
  clusterOf.forEach((cluster, vector) => {
    squares[cluster] = (squares[cluster] ?? 0) + (sums[vector * clusters + cluster] ?? 0);
  });
  return (vector, cluster) => {
    const square = squares[cluster] ?? 0;
    return square > 0 ? (sums[vector * clusters + cluster] ?? 0) / Math.sqrt(square) : -1;
  };
}

function nearest(clusters: number, current: Uint8Array, like: Likeness): Uint8Array {
  return current.map((own, vector) => {
    let best = own;
    for (let cluster = 0; cluster < clusters; cluster++) {
      if (like(vector, cluster) > like(vector, best) + MARGIN) best = cluster;
    }
    return best;
  });
}

/** Gives every empty cluster the vector that fits worst where it is. */
function fillEmpty(clusterOf: Uint8Array, clusters: number, like: Likeness): void {
  const sizes = new Uint32Array(clusters);
  for (const cluster of clusterOf) sizes[cluster] = (sizes[cluster] ?? 0) + 1;
  for (let empty = 0; empty < clusters; empty++) {
    if ((sizes[empty] ?? 0) > 0) continue;
    let worst = -1;
    clusterOf.forEach((cluster, vector) => {
      if ((sizes[cluster] ?? 0) < 2) return;
      if (worst < 0 || like(vector, cluster) < like(worst, clusterOf[worst] ?? 0)) worst = vector;
    });
    const from = clusterOf[worst] ?? 0;
    sizes[from] = (sizes[from] ?? 0) - 1;
    sizes[empty] = 1;
    clusterOf[worst] = empty;
  }
}

function at(matrix: Float32Array, count: number, row: number, column: number): number {
  return matrix[row * count + column] ?? 0;
}
