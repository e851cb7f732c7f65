import type { ProbeChoice } from '../probes/choice';
import { baseMethod, KNN, type MethodName } from '../probes/methods/list';
import type { Chosen, EntryFacts, FoldResult, StudyEntry } from '../training/run/compare-api';
import { accuracyOf, type Estimate } from './study-statistics';

/** What a probe is in a comparison: EP, another that attends, or one without anything learned to pool. */
export type EntryKind = 'ep' | 'rival' | 'floor';

/** Everything known about one entry of a study. */
export interface StudyRow {
  key: string;
  probe: ProbeChoice;
  kind: EntryKind;
  /** Null until the entry has begun. */
  facts: EntryFacts | null;
  /** Null until its first fold is finished. */
  accuracy: Estimate | null;
  /** Mean training time of a fold. */
  milliseconds: number | null;
  /** What its folds chose, the most frequent first; empty where nothing was chosen. */
  chosen: readonly ChosenInFolds[];
  /** Whether it is the best of EP's settings. */
  bestEp: boolean;
  /** Whether there is a head to look at: k-NN learns none. */
  hasHead: boolean;
}

/** One thing that folds chose, and how it did on their inner splits together. */
export interface ChosenInFolds {
  what: Pick<Chosen, 'kind' | 'setting'>;
  folds: number;
  correct: number;
  total: number;
}

export interface StudyLike {
  entries: readonly StudyEntry[];
  facts: Readonly<Record<string, EntryFacts>>;
  results: readonly FoldResult[];
}

/** A study as rows, in the order of its entries. */
export function studyRows({ entries, facts, results }: StudyLike): StudyRow[] {
  const rows = entries.map(({ key, probe }): StudyRow => {
    const times = results.filter((result) => result.key === key).map((one) => one.milliseconds);
    return {
      key,
      probe,
      kind: kindOf(probe.name),
      facts: facts[key] ?? null,
      accuracy: accuracyOf(results, key),
      milliseconds: times.length > 0 ? times.reduce((a, b) => a + b, 0) / times.length : null,
      chosen: chosenInFolds(results.filter((result) => result.key === key)),
      bestEp: false,
      hasHead: probe.name !== KNN.name,
    };
  });
  const best = bestRow(comparable(rows).filter(({ kind }) => kind === 'ep'));
  return rows.map((row) => (row === best ? { ...row, bestEp: true } : row));
}

function chosenInFolds(results: readonly FoldResult[]): ChosenInFolds[] {
  const found = new Map<string, ChosenInFolds>();
  for (const { chosen } of results) {
    if (!chosen) continue;
    const { kind, setting, inner } = chosen;
    const name = JSON.stringify(setting);
    const { folds = 0, correct = 0, total = 0 } = found.get(name) ?? {};
    found.set(name, {
      what: { kind, setting },
      folds: folds + 1,
      correct: correct + inner.correct,
      total: total + inner.total,
    });
  }
  return [...found.values()].toSorted((a, b) => b.folds - a.folds);
}

/** The rows with the most folds: means over different folds don't compare. */
export function comparable(rows: readonly StudyRow[]): StudyRow[] {
  const most = Math.max(1, ...rows.map(({ accuracy }) => accuracy?.folds ?? 0));
  return rows.filter(({ accuracy }) => accuracy?.folds === most);
}

/** The row of the highest accuracy; among equals the one with the fewest parameters. */
export function bestRow(rows: readonly StudyRow[]): StudyRow | null {
  return (
    rows.toSorted(
      (a, b) =>
        (b.accuracy?.mean ?? -1) - (a.accuracy?.mean ?? -1) ||
        (a.facts?.parameters.total ?? 0) - (b.facts?.parameters.total ?? 0),
    )[0] ?? null
  );
}

const WITHOUT_LEARNED_POOLING: readonly MethodName[] = ['knn', 'gap', 'linear'];

function kindOf(probe: string): EntryKind {
  const name = baseMethod(probe);
  if (name === 'ep') return 'ep';
  return WITHOUT_LEARNED_POOLING.includes(name) ? 'floor' : 'rival';
}

export type SortColumn =
  | 'name'
  | 'parameters'
  | 'pooling'
  | 'multiplyAdds'
  | 'milliseconds'
  | 'accuracy';

/**
 * Rows by one column; those without a value come last either way, and equals keep their order.
 * @param compareNames the order of two probes by name, which depends on the language
 */
export function sortRows(
  rows: readonly StudyRow[],
  column: SortColumn,
  descending: boolean,
  compareNames: (a: ProbeChoice, b: ProbeChoice) => number,
): StudyRow[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    if (column === 'name') return sign * compareNames(a.probe, b.probe);
    const [left, right] = [sortValue(a, column), sortValue(b, column)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}

function sortValue(row: StudyRow, column: Exclude<SortColumn, 'name'>): number | null {
  switch (column) {
    case 'parameters':
      return row.facts?.parameters.total ?? null;
    case 'pooling':
      return row.facts?.parameters.pooling ?? null;
    case 'multiplyAdds':
      return row.facts?.multiplyAdds?.factored ?? null;
    case 'milliseconds':
      return row.milliseconds;
    case 'accuracy':
      return row.accuracy?.mean ?? null;
  }
}
