/** By what two queries are compared. */
export type MatrixMeasure = 'cosine' | 'divergence';
