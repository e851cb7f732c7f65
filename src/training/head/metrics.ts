import { argmax } from '../../numbers/vectors';

/** The class of the largest of row `row` of `scores` (B, C). */
export function argmaxOfRow(scores: Float32Array, row: number, classes: number): number {
  return argmax(scores.subarray(row * classes, (row + 1) * classes));
}

/** How many of the first `labels.length` rows of `scores` (B, C) have their largest number at the label. */
export function countCorrect(
  scores: Float32Array,
  labels: readonly number[],
  classes: number,
): number {
  return labels.filter((label, row) => argmaxOfRow(scores, row, classes) === label).length;
}

/** Mean cross-entropy of `probabilities` (B, C) in nats. */
export function crossEntropy(
  probabilities: Float32Array,
  labels: readonly number[],
  classes: number,
): number {
  // A probability that rounded to 0 is taken as the smallest normal float: the loss stays finite.
  const losses = labels.map(
    (label, row) => -Math.log(Math.max(probabilities[row * classes + label] ?? 0, 1.2e-38)),
  );
  return losses.reduce((sum, value) => sum + value, 0) / labels.length;
}
