import { argmax, dot } from './vectors';

const MOST_ROUNDS = 15;

/**
 * Spherical k-means (Dhillon & Modha 2001): vectors of length 1 are put to the centre that they are
 * most like by cosine, centres are means brought back to length 1. Starts are drawn as k-means++ does
 * (Arthur & Vassilvitskii 2007), here with probability in proportion to 1 − cosine.
 * @param vectors row-major (n, D), each row of length 1; n ≥ 1
 * @param random draws in 0…1; the same draws give the same centres
 * @returns row-major (clusters, D), each row of length 1
 */
export function sphericalKMeans(
  vectors: Float32Array,
  width: number,
  clusters: number,
  random: () => number,
): Float64Array[] {
  const count = vectors.length / width;
  const centres = drawStarts(vectors, width, clusters, random);
  let clusterOf = new Int32Array(count).fill(-1);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { nearest, cosines } = assign(vectors, width, centres);
    if (nearest.every((cluster, row) => cluster === clusterOf[row])) break;
    clusterOf = nearest;
    move(vectors, width, centres, clusterOf, cosines);
  }
  return centres;
}

function drawStarts(
  vectors: Float32Array,
  width: number,
  clusters: number,
  random: () => number,
): Float64Array[] {
  const count = vectors.length / width;
  const rowAt = (row: number) =>
    Float64Array.from(vectors.subarray(row * width, (row + 1) * width));
  const centres = [rowAt(Math.floor(random() * count))];
  const distance = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  while (centres.length < clusters) {
    const newest = centres[centres.length - 1] as Float64Array;
    let sum = 0;
    for (let row = 0; row < count; row++) {
      const own = Math.max(0, 1 - dot(vectors, row * width, newest));
      if (own < (distance[row] as number)) distance[row] = own;
      sum += distance[row] as number;
    }
    centres.push(rowAt(draw(distance, sum * random())));
  }
  return centres;
}

/** The row up to which `distance` sums up to `target`. */
function draw(distance: Float64Array, target: number): number {
  let sum = 0;
  for (let row = 0; row < distance.length; row++) {
    sum += distance[row] as number;
    if (sum > target) return row;
  }
  // All are alike, or rounding has the last word.
  return argmax(distance);
}

function assign(vectors: Float32Array, width: number, centres: readonly Float64Array[]) {
  const count = vectors.length / width;
  const nearest = new Int32Array(count);
  const cosines = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    let best = Number.NEGATIVE_INFINITY;
    for (const [cluster, centre] of centres.entries()) {
      const like = dot(vectors, row * width, centre);
      if (like <= best) continue;
      best = like;
      nearest[row] = cluster;
    }
    cosines[row] = best;
  }
  return { nearest, cosines };
}

/** Puts each centre into the middle of its vectors; one without any goes to the vector that fits worst. */
function move(
  vectors: Float32Array,
  width: number,
  centres: readonly Float64Array[],
  clusterOf: Int32Array,
  cosines: Float64Array,
): void {
  for (const centre of centres) centre.fill(0);
  const sizes = new Uint32Array(centres.length);
  for (const [row, cluster] of clusterOf.entries()) {
    add(centres[cluster] as Float64Array, vectors, row * width);
    sizes[cluster] = (sizes[cluster] as number) + 1;
  }
  for (const [cluster, centre] of centres.entries()) {
    if (sizes[cluster] === 0) {
      const worst = argmax(cosines.map((like) => -like));
      cosines[worst] = Number.POSITIVE_INFINITY;
      add(centre, vectors, worst * width);
    }
    const length = Math.sqrt(dot(centre, 0, centre)) || 1;
    for (let d = 0; d < width; d++) centre[d] = (centre[d] as number) / length;
  }
}

function add(sum: Float64Array, vectors: Float32Array, from: number): void {
  for (let d = 0; d < sum.length; d++) {
    sum[d] = (sum[d] as number) + (vectors[from + d] as number);
  }
}
