import type { FoldResult } from '../training/run/compare-api';
import { pairedDifference } from './study-statistics';

/** How a study was cut: k folds, drawn anew so many times. */
export interface Design {
  folds: number;
  repeats: number;
}

/** Two entries on the same folds. Differences are shares, the first minus the second. */
export interface PairedTest {
  difference: number;
  /** Of the difference; null for a single fold. */
  standardError: number | null;
  /** Half the width of its 95 % interval; null for a single fold. */
  halfWidth: number | null;
  /** `open`: the difference may be chance. */
  outcome: 'ahead' | 'behind' | 'open';
}

/**
 * Fewer images than this of a difference can all be chance: if two probes that are equally good
 * disagree on five, all five go the same way in one of sixteen cases.
 */
const LEAST_IMAGES = 6;

/** Two-sided 95 % quantiles of Student's t for 1, 2, … degrees of freedom. */
const T95 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145,
  2.131, 2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048,
  2.045,
];

/**
 * Whether one entry does better than another on images neither has seen. Folds are no independent
 * samples, as they share most of their training images, so the variance is widened by the share of
 * images held out (Nadeau & Bengio, "Inference for the generalization error", 2003).
 * Null when they share no finished fold.
 */
export function pairedTest(
  results: readonly FoldResult[],
  key: string,
  other: string,
  { folds, repeats }: Design,
): PairedTest | null {
  const paired = pairedDifference(results, key, other);
  if (!paired) return null;
  const { mean: difference, standardError: plain, folds: n } = paired;
  if (plain === null) return { difference, standardError: null, halfWidth: null, outcome: 'open' };
  const standardError = plain * Math.sqrt(1 + n / (folds - 1));
  const halfWidth = (T95[n - 2] ?? 2.04) * standardError;
  const images = Math.abs(correctOf(results, key) - correctOf(results, other)) / repeats;
  const clear = Math.abs(difference) > halfWidth && images >= LEAST_IMAGES;
  const outcome = difference > 0 ? 'ahead' : 'behind';
  return { difference, standardError, halfWidth, outcome: clear ? outcome : 'open' };
}

function correctOf(results: readonly FoldResult[], key: string): number {
  return results.reduce((sum, result) => sum + (result.key === key ? result.correct : 0), 0);
}
