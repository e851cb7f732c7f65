import { type FoldResult, isBetterInside } from '../training/run/compare-api';

/** One of several entries in every fold, whichever the training images of that fold speak for. */
export interface NestedChoice {
  /** Of folds in which all entries are finished, under the key that was given. */
  results: readonly FoldResult[];
  /** Which entry stood for it in how many folds, the most first. */
  picks: readonly { key: string; folds: number }[];
}

/**
 * Chooses among entries fold by fold by their inner scores, and takes what the chosen one gets right
 * of the held-out fold. So the choice is part of the training, as in nested cross-validation, and the
 * accuracy has no winner's curse (Varma & Simon, "Bias in error estimation when using
 * cross-validation for model selection", 2006). The most images right win, then the lower loss, then
 * the earlier entry.
 * @param key names the composite among `results`
 * @returns null where an entry has results without inner scores, or none
 */
export function nestedChoice(
  all: readonly FoldResult[],
  entries: readonly string[],
  key: string,
): NestedChoice | null {
  const own = entries.map((entry) => all.filter((result) => result.key === entry));
  if (own.some((results) => results.length === 0 || results.some(({ chosen }) => !chosen))) {
    return null;
  }
  const results: FoldResult[] = [];
  const counts = new Map<string, number>();
  for (const { fold } of own[0] ?? []) {
    const rivals = own.flatMap((entry) => entry.filter((result) => result.fold === fold));
    if (rivals.length < entries.length) continue;
    const best = rivals.reduce((one, other) => (isBetter(other, one) ? other : one));
    results.push({ ...best, key });
    counts.set(best.key, (counts.get(best.key) ?? 0) + 1);
  }
  const picks = [...counts].map(([picked, folds]) => ({ key: picked, folds }));
  return { results, picks: picks.toSorted((a, b) => b.folds - a.folds) };
}

/** Inner scores of a fold are of the same images. */
function isBetter({ chosen: a }: FoldResult, { chosen: b }: FoldResult): boolean {
  if (!a || !b) return false;
  return isBetterInside(a.inner, b.inner);
}
