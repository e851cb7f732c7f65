export type MatrixMeasure = 'cosine' | 'divergence';

/** What the palest shade, the one in the middle and the deepest stand for: the deeper, the more alike. */
export const MATRIX_SCALES: Readonly<Record<MatrixMeasure, readonly [string, string, string]>> = {
  cosine: ['0, nothing shared', '0.5', '1, the same'],
  divergence: ['1 bit, nothing shared', '0.5 bits', '0, the same'],
};
