import type { FoldResult, StudyEntry } from '../training/run/compare-api';

interface Queue {
  entries: readonly StudyEntry[];
  results: readonly FoldResult[];
  folds: number;
  repeats: number;
}

/** Folds finished, and all there are. */
export function foldCount({ entries, results, folds, repeats }: Queue) {
  return { done: results.length, total: entries.length * folds * repeats };
}

/**
 * Milliseconds until a study is through, from the folds measured: an entry's own where it has some,
 * else the mean of all. `overhead` is what a fold takes on the clock for each millisecond of
 * training. Null before the first fold.
 */
export function timeLeft({ entries, results, folds, repeats }: Queue, overhead = 1): number | null {
  if (results.length === 0) return null;
  const usual = mean(results);
  const left = entries.map(({ key }) => {
    const own = results.filter((result) => result.key === key);
    const missing = Math.max(0, folds * repeats - own.length);
    return missing * (own.length > 0 ? mean(own) : usual);
  });
  return overhead * left.reduce((sum, milliseconds) => sum + milliseconds, 0);
}

function mean(results: readonly FoldResult[]): number {
  return results.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / results.length;
}
