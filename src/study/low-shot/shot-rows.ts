import type { ProbeChoice } from '../../probes/choice';
import type { FoldResult, StudyEntry } from '../../training/run/compare-api';
import type { ShotResult } from '../../training/run/low-shot-api';
import { accuracyOf, type Estimate } from '../study-statistics';

/** What a low-shot study has measured. */
export interface LowShotLike {
  entries: readonly StudyEntry[];
  /** Training images per class, ascending. */
  sizes: readonly number[];
  results: readonly ShotResult[];
  folds: number;
  repeats: number;
}

/** One line of the chart: an entry at every size. */
export interface ShotRow {
  key: string;
  probe: ProbeChoice;
  /** In the order of `sizes`; null until every fold of a size is finished: other folds don't compare. */
  accuracies: readonly (Estimate | null)[];
}

/** A low-shot study as rows, in the order of its entries. */
export function shotRows({ entries, sizes, results, folds, repeats }: LowShotLike): ShotRow[] {
  return entries.map(({ key, probe }) => ({
    key,
    probe,
    accuracies: sizes.map((size) => {
      const accuracy = accuracyOf(foldsAt(results, size), key);
      return accuracy?.folds === folds * repeats ? accuracy : null;
    }),
  }));
}

/** The folds of one size, as those of a study of its own. */
export function foldsAt(results: readonly ShotResult[], size: number): FoldResult[] {
  return results.flatMap(({ perClass, ...fold }) => (perClass === size ? [fold] : []));
}
