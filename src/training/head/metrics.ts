/** Index of the largest of `classes` numbers that start at `row · classes`. */
export function argmaxOfRow(scores: Float32Array, row: number, classes: number): number {
  let best = 0;
  for (let c = 1; c < classes; c++) {
    if ((scores[row * classes + c] ?? 0) > (scores[row * classes + best] ?? 0)) best = c;
  }
  return best;
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
  // The smallest positive float keeps a probability that rounded to 0 from becoming infinite.
  const surprise = labels.map(
    (label, row) => -Math.log(Math.max(probabilities[row * classes + label] ?? 0, 1.2e-38)),
  );
  return surprise.reduce((sum, value) => sum + value, 0) / labels.length;
}
