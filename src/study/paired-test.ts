import { studentQuantile } from '../numbers/student-t';
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
  /** Half the width of its 95 % interval, were it the only pair; null for a single fold. */
  halfWidth: number | null;
  /** By the interval that holds for all `pairs` together. `open`: the difference may be chance. */
  outcome: 'ahead' | 'behind' | 'open';
}

/**
 * Fewer images than this of a difference can all be chance: if two probes that are equally good
 * disagree on five, all five go the same way in one of sixteen cases.
 */
const LEAST_IMAGES = 6;

/** How often an interval may miss what it is about. */
export const ERROR_RATE = 0.05;

/**
 * Whether one entry does better than another on images neither has seen. Folds are no independent
 * samples, as they share most of their training images, and repeats are no new images: the variance
 * of the mean of J = k·r differences is taken as s² · (1/J + n_test/n_train), with J − 1 degrees of
 * freedom, where n_test/n_train = 1/(k − 1) (the corrected resampled t-test: Nadeau & Bengio,
 * "Inference for the generalization error", 2003; for repeated folds: Bouckaert & Frank, "Evaluating
 * the replicability of significance tests for comparing learning algorithms", 2004).
 * Null when they share no finished fold.
 * @param pairs from how many pairs this one was picked by the very `results` that it is tested on: the
 *   interval that decides is as wide as all of them need together (Bonferroni)
 */
export function pairedTest(
  results: readonly FoldResult[],
  key: string,
  other: string,
  { folds, repeats }: Design,
  pairs = 1,
): PairedTest | null {
  const paired = pairedDifference(results, key, other);
  if (!paired) return null;
  const { mean: difference, standardError: plain, folds: n } = paired;
  if (plain === null) return { difference, standardError: null, halfWidth: null, outcome: 'open' };
  const standardError = plain * Math.sqrt(1 + n / (folds - 1));
  const width = (rate: number) => studentQuantile(1 - rate, n - 1) * standardError;
  const images = Math.abs(correctOf(results, key) - correctOf(results, other)) / repeats;
  const clear = Math.abs(difference) > width(ERROR_RATE / pairs) && images >= LEAST_IMAGES;
  const outcome = difference > 0 ? 'ahead' : 'behind';
  return {
    difference,
    standardError,
    halfWidth: width(ERROR_RATE),
    outcome: clear ? outcome : 'open',
  };
}

function correctOf(results: readonly FoldResult[], key: string): number {
  return results.reduce((sum, result) => sum + (result.key === key ? result.correct : 0), 0);
}
