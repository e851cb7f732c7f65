import type { Importance } from '../../../vocabulary/evidence';

/** What is lost when one query looks at every patch equally. */
export interface Loss {
  query: number;
  /** Right answers; below 0 where there are more without it. */
  lost: number;
  perClass: number[];
}

/** What every query is worth, the one that matters most first; of equal ones, in their order. */
export function rankLosses({ correct, perClass, without }: Importance): Loss[] {
  return without
    .map((left, query) => ({
      query,
      lost: correct - left.correct,
      perClass: perClass.map((own, index) => own.correct - (left.perClass[index] ?? 0)),
    }))
    .toSorted((a, b) => b.lost - a.lost);
}

/** The queries without which most is lost, in their order, and how much that is. */
export function mostImportant(importance: Importance): { queries: number[]; lost: number } {
  const losses = rankLosses(importance);
  const lost = losses[0]?.lost ?? 0;
  return {
    queries: losses.filter((loss) => loss.lost === lost).map(({ query }) => query),
    lost,
  };
}
