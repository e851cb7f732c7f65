import { symmetricEigen } from './jacobi';
import { dot } from './vectors';

/** Width of the Krylov block. */
const BLOCK = 5;
/** Many directions of tokens have similar variance, so fewer rounds would not separate the first ones. */
const ROUNDS = 10;
/** A direction that keeps less than this share of its length after orthogonalisation adds nothing new. */
const NOTHING = 1e-7;

export interface Direction {
  /** Of length 1, (D). */
  vector: Float64Array;
  /** Mean square along it. */
  variance: number;
}

/**
 * The directions along which centred rows vary most, the first the most: their leading principal
 * components, by block Krylov iteration with a Rayleigh-Ritz step (Musco & Musco, "Randomized block
 * Krylov methods for stronger and faster approximate singular value decomposition", 2015). It works on
 * the rows themselves: forming the D × D covariance would cost more than all rounds together. The
 * starting directions are fixed instead of random, so that equal rows give equal results.
 * @param rows row-major (n, D), of mean 0.
 * @returns as many as are wanted, fewer where D is smaller.
 */
export function leadingDirections(rows: Float32Array, width: number, wanted: number): Direction[] {
  const basis: Float64Array[] = [];
  const images: Float64Array[] = [];
  let block = Array.from({ length: Math.min(BLOCK, width) }, (_, i) => startingDirection(i, width));
  for (let round = 0; round < ROUNDS; round++) {
    const fresh = whatIsNew(basis, block);
    if (fresh.length === 0) break;
    basis.push(...fresh);
    block = applyCovariance(rows, fresh);
    images.push(...block);
  }
  const { values, vectors } = symmetricEigen(products(basis, images), basis.length);
  return vectors
    .slice(0, wanted)
    .map((mix, i) => ({ vector: mixed(basis, mix), variance: values[i] ?? 0 }));
}

/** Sine waves of different lengths: data orthogonal to all of them is very unlikely. */
function startingDirection(index: number, width: number): Float64Array {
  return Float64Array.from({ length: width }, (_, d) => Math.sin((d + 1) * (index + 1) * 1.234567));
}

/** The covariance of the rows times each direction, without the covariance. */
function applyCovariance(rows: Float32Array, basis: readonly Float64Array[]): Float64Array[] {
  const width = basis[0]?.length ?? 1;
  const images = basis.map(() => new Float64Array(width));
  for (let from = 0; from < rows.length; from += width) {
    for (let k = 0; k < basis.length; k++) {
      const direction = basis[k] as Float64Array;
      const image = images[k] as Float64Array;
      const along = dot(rows, from, direction);
      for (let d = 0; d < width; d++) {
        image[d] = (image[d] as number) + along * (rows[from + d] as number);
      }
    }
  }
  const count = rows.length / width;
  return images.map((image) => image.map((value) => value / count));
}

/** (k, k): every direction's product with every image, made symmetric against rounding. */
function products(basis: readonly Float64Array[], images: readonly Float64Array[]): Float64Array {
  const table = basis.flatMap((a, i) =>
    basis.map((b, j) => {
      const [p, q] = [images[i], images[j]];
      return p && q ? (dot(a, 0, q) + dot(b, 0, p)) / 2 : 0;
    }),
  );
  return Float64Array.from(table);
}

function mixed(vectors: readonly Float64Array[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  vectors.forEach((vector, i) => {
    const weight = weights[i] ?? 0;
    for (let d = 0; d < sum.length; d++) sum[d] = (sum[d] ?? 0) + weight * (vector[d] ?? 0);
  });
  return sum;
}

/**
 * Orthonormal vectors for what `vectors` add to an orthonormal basis: Gram-Schmidt, applied twice,
 * because one pass is too inexact for nearly parallel vectors.
 */
function whatIsNew(
  basis: readonly Float64Array[],
  vectors: readonly Float64Array[],
): Float64Array[] {
  const fresh: Float64Array[] = [];
  for (const vector of vectors) {
    const rest = vector.slice();
    const before = Math.sqrt(dot(rest, 0, rest));
    const others = [...basis, ...fresh];
    for (const other of [...others, ...others]) {
      const shared = dot(rest, 0, other);
      for (let d = 0; d < rest.length; d++) rest[d] = (rest[d] ?? 0) - shared * (other[d] ?? 0);
    }
    const length = Math.sqrt(dot(rest, 0, rest));
    if (length > NOTHING * before) fresh.push(rest.map((value) => value / length));
  }
  return fresh;
}
