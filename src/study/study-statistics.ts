import type { FoldResult } from '../training/run/compare-api';

/** A mean over folds and how far it can be trusted. Shares, 0…1. */
export interface Estimate {
  mean: number;
  /** Standard error of the mean over the folds; null for fewer than two folds. */
  standardError: number | null;
  folds: number;
  /** Held-out predictions behind it, and how many were right. */
  correct: number;
  total: number;
}

/** Accuracy of one entry over its folds; null before the first is finished. */
export function accuracyOf(results: readonly FoldResult[], key: string): Estimate | null {
  const own = results.filter((result) => result.key === key);
  if (own.length === 0) return null;
  return {
    ...estimate(own.map(({ correct, total }) => correct / total)),
    correct: own.reduce((sum, { correct }) => sum + correct, 0),
    total: own.reduce((sum, { total }) => sum + total, 0),
  };
}

/**
 * How much better `key` does than `other`, fold by fold on the same images, so that what makes a
 * fold hard for both cancels. Null when they share no finished fold.
 */
export function pairedDifference(
  results: readonly FoldResult[],
  key: string,
  other: string,
): Omit<Estimate, 'correct' | 'total'> | null {
  const accuracy = new Map(
    results
      .filter((result) => result.key === other)
      .map(({ fold, correct, total }) => [fold, correct / total]),
  );
  const differences = results.flatMap(({ key: own, fold, correct, total }) => {
    const theirs = accuracy.get(fold);
    return own === key && theirs !== undefined ? [correct / total - theirs] : [];
  });
  return differences.length > 0 ? estimate(differences) : null;
}

function estimate(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const variance = squares / (values.length - 1);
  return {
    mean,
    standardError: values.length > 1 ? Math.sqrt(variance / values.length) : null,
    folds: values.length,
  };
}
