import { binomialTail } from '../numbers/binomial';
import type { ProbeChoice } from '../probes/choice';
import type { FoldResult, SettingsChoice } from '../training/run/compare-api';
import { FEW_IMAGES, WIDEST } from './enough';
import { nestedChoice } from './nested-choice';
import { type Design, ERROR_RATE, pairedTest } from './paired-test';
import { accuracyOf } from './study-statistics';
import { bestRow, comparable, type EntryKind, type StudyRow } from './study-table';

export interface VerdictInput {
  rows: readonly StudyRow[];
  results: readonly FoldResult[];
  design: Design;
  /** Under `inner`, EP's setting and its rival are chosen by the inner scores too. */
  choice: SettingsChoice;
  /** What always naming the largest class gets right, 0…1. */
  chance: number;
}

/** What a study shows. */
export interface StudyVerdict {
  finding: Finding;
  /** How what is compared was chosen; null where nothing that attends is compared. */
  basis: Basis | null;
  /** What the finding rests on, and what would tell more. */
  notes: readonly VerdictNote[];
}

export type Finding =
  /** Even the best is not clearly better than `chance`; `few`: so many held-out images can hardly show it. */
  | { code: 'guessing'; best: Standing; chance: number; few: number | null }
  /** Nothing that attends is finished. */
  | { code: 'floors-only'; floors: readonly Standing[] }
  /** One probe that attends, and nothing to compare it with. */
  | { code: 'alone'; entry: Standing }
  | { code: 'against-mean-pooling'; pair: Pair }
  /** EP against the best other probe that attends; `floor`: EP against mean pooling. */
  | { code: 'against-rival'; pair: Pair; floor: Pair | null }
  /** EP and its rival get all of so many different `images` right; `floor` is mean pooling. */
  | { code: 'all-right'; own: Standing; other: Standing; images: number; floor: Standing | null };

/** How the two sides of a finding were chosen among several entries. */
export type Basis =
  /** In every fold by its training images alone; what was chosen of each kind, in how many folds. */
  | { code: 'inner'; ep: readonly Pick[]; rival: readonly Pick[] }
  /** By the held-out folds that are reported: one of so many `pairs`, for which intervals are widened. */
  | { code: 'shared'; pairs: number };

/** An entry that was chosen in so many folds. */
export interface Pick {
  probe: ProbeChoice;
  folds: number;
}

/** How one entry does, or several of a kind of which each fold has its own. */
export interface Standing {
  kind: EntryKind;
  /** Null where it is not the same in every fold. */
  probe: ProbeChoice | null;
  /** Held-out, 0…1. */
  accuracy: number;
  allRight: boolean;
  /** The mean over the folds where they differ. Null while unknown. */
  parameters: number | null;
}

/** Two entries on the same folds, and what may be said about their difference. */
export interface Pair {
  own: Standing;
  other: Standing;
  /** A share, `own` minus `other`. */
  difference: number;
  /** Of the difference; null for a single fold. */
  standardError: number | null;
  /** Different images held out. */
  images: number;
  /** `single` fold: no spread is known. `few` images: the interval says nothing. `open`: small or none. */
  weight: 'single' | 'few' | 'open' | 'ahead' | 'behind';
}

export type VerdictNote =
  | { code: 'unfinished'; done: number; all: number }
  | { code: 'no-rival' }
  | { code: 'no-ep' }
  | { code: 'needs-images' }
  | { code: 'needs-images-per-class' }
  | { code: 'needs-images-or-other-classes' };

/**
 * What a study shows, from its numbers: EP against the other probes that attend, and against mean
 * pooling. Null before anything is finished.
 *
 * There are several settings of EP and several rivals. To name the best of each by the held-out folds
 * and then to test them on the same folds would find differences where there are none (the winner's
 * curse). So each fold chooses by its inner scores; where there are none, the best on the held-out
 * folds are compared, with intervals as wide as all pairs need together.
 */
export function judgeStudy(input: VerdictInput): StudyVerdict | null {
  const rows = comparable(input.rows);
  const [ep, rival] = [sideOf('ep', rows, input), sideOf('rival', rows, input)];
  const gap = rows.find(({ probe }) => probe.name === 'gap');
  const floor = gap ? single(gap, input) : null;
  const overall = bestRow(rows);
  if (!overall) return null;

  const subject = ep ?? rival;
  const notes = unfinished(input);
  if (isGuessing(overall, rows.length, input)) {
    const images = heldOutImages(overall, input);
    const few = images < FEW_IMAGES ? images : null;
    const help = few === null ? 'needs-images-or-other-classes' : 'needs-images-per-class';
    return {
      finding: { code: 'guessing', best: standing(overall), chance: input.chance, few },
      basis: null,
      notes: [...notes, { code: help }],
    };
  }
  if (!subject) {
    const floors = rows.map(standing);
    return { finding: { code: 'floors-only', floors }, basis: null, notes };
  }
  if (ep && rival) {
    const pair = compared(ep, rival, input);
    return {
      finding: againstRival(pair, floor && compared(ep, floor, input)),
      basis: basisOf(ep, rival),
      notes: [...notes, ...whatWouldHelp(pair)],
    };
  }
  notes.push({ code: ep ? 'no-rival' : 'no-ep' });
  const basis = basisOf(ep, rival);
  if (!floor) return { finding: { code: 'alone', entry: subject.standing }, basis, notes };
  const pair = compared(subject, floor, input);
  return {
    finding: { code: 'against-mean-pooling', pair },
    basis,
    notes: [...notes, ...whatWouldHelp(pair)],
  };
}

/** One side of a comparison, with its folds. */
interface Side {
  key: string;
  results: readonly FoldResult[];
  standing: Standing;
  /** Entries of which the held-out folds picked it; 1 where they had no say. */
  pickedFrom: number;
  /** What its training images chose; null where they did not. */
  picks: readonly Pick[] | null;
}

/** What stands for a kind of probe; null where none is finished. */
function sideOf(kind: EntryKind, all: readonly StudyRow[], input: VerdictInput): Side | null {
  const rows = all.filter((row) => row.kind === kind);
  const best = bestRow(rows);
  if (!best) return null;
  return (
    (input.choice === 'inner' && composite(kind, rows, input)) || {
      ...single(best, input),
      pickedFrom: rows.length,
    }
  );
}

function single(row: StudyRow, { results }: VerdictInput): Side {
  const own = results.filter(({ key }) => key === row.key);
  return { key: row.key, results: own, standing: standing(row), pickedFrom: 1, picks: null };
}

/** Of several entries the one that each fold's inner scores choose; null where scores are missing. */
function composite(
  kind: EntryKind,
  rows: readonly StudyRow[],
  { results }: VerdictInput,
): Side | null {
  const parameters = ({ facts }: StudyRow) => facts?.parameters.total ?? null;
  // The smaller of equals.
  const ordered = rows.toSorted((a, b) => (parameters(a) ?? 0) - (parameters(b) ?? 0));
  const key = `chosen ${kind}`;
  const chosen = nestedChoice(
    results,
    ordered.map((row) => row.key),
    key,
  );
  const accuracy = chosen && accuracyOf(chosen.results, key);
  if (!chosen || !accuracy) return null;
  const picked = chosen.picks.flatMap(({ key: own, folds }) => {
    const row = rows.find((candidate) => candidate.key === own);
    return row ? [{ row, folds }] : [];
  });
  const [only, ...others] = picked;
  const total = picked.reduce<number | null>((sum, { row, folds }) => {
    const own = parameters(row);
    return sum === null || own === null ? null : sum + own * folds;
  }, 0);
  return {
    key,
    results: chosen.results,
    standing: {
      kind,
      probe: only && others.length === 0 ? only.row.probe : null,
      accuracy: accuracy.mean,
      allRight: accuracy.correct === accuracy.total,
      parameters: total === null ? null : total / accuracy.folds,
    },
    pickedFrom: 1,
    picks: picked.map(({ row, folds }) => ({ probe: row.probe, folds })),
  };
}

function basisOf(ep: Side | null, rival: Side | null): Basis {
  const sides = [ep, rival].filter((side) => side !== null);
  return sides.every(({ picks }) => picks !== null)
    ? { code: 'inner', ep: ep?.picks ?? [], rival: rival?.picks ?? [] }
    : { code: 'shared', pairs: sides.reduce((pairs, { pickedFrom }) => pairs * pickedFrom, 1) };
}

/** What always naming the largest class gets right, from the class of every image. */
export function chanceOf(labels: Readonly<Record<string, string>>): number {
  const counts = new Map<string, number>();
  const all = Object.values(labels);
  for (const label of all) counts.set(label, (counts.get(label) ?? 0) + 1);
  return all.length === 0 ? 0 : Math.max(...counts.values()) / all.length;
}

function standing({ kind, probe, accuracy, facts }: StudyRow): Standing {
  return {
    kind,
    probe,
    accuracy: accuracy?.mean ?? 0,
    allRight: accuracy !== null && accuracy.correct === accuracy.total,
    parameters: facts?.parameters.total ?? null,
  };
}

function compared(own: Side, other: Side, { design }: VerdictInput): Pair {
  const results = [...own.results, ...other.results];
  const pairs = own.pickedFrom * other.pickedFrom;
  const test = pairedTest(results, own.key, other.key, design, pairs);
  const images = differentImages(own.results, design);
  const pair = {
    own: own.standing,
    other: other.standing,
    difference: test?.difference ?? 0,
    standardError: test?.standardError ?? null,
    images,
  };
  if (test?.halfWidth == null) return { ...pair, weight: 'single' };
  if (test.outcome !== 'open') return { ...pair, weight: test.outcome };
  return { ...pair, weight: test.halfWidth > WIDEST || images < FEW_IMAGES ? 'few' : 'open' };
}

function againstRival(pair: Pair, floor: Pair | null): Finding {
  const { own, other, images } = pair;
  return own.allRight && other.allRight
    ? { code: 'all-right', own, other, images, floor: floor?.other ?? null }
    : { code: 'against-rival', pair, floor };
}

function whatWouldHelp({ weight, own, other }: Pair): VerdictNote[] {
  if (own.allRight && other.allRight) return [];
  if (weight === 'few') return [{ code: 'needs-images-per-class' }];
  return weight === 'open' ? [{ code: 'needs-images' }] : [];
}

function unfinished({ rows, results, design }: VerdictInput): VerdictNote[] {
  const all = rows.length * design.folds * design.repeats;
  return results.length < all ? [{ code: 'unfinished', done: results.length, all }] : [];
}

/**
 * Whether even the best of so many entries may be guessing: whether as much as it gets right is to be
 * expected of one among them that guesses, more often than the error rate (binomial; Bonferroni).
 */
function isGuessing(best: StudyRow, entries: number, input: VerdictInput): boolean {
  const { chance } = input;
  if (!best.accuracy || chance >= 1) return false;
  const images = heldOutImages(best, input);
  const correct = Math.round((images * best.accuracy.correct) / best.accuracy.total);
  return binomialTail(correct, images, chance) > ERROR_RATE / entries;
}

function heldOutImages({ key }: StudyRow, { results, design }: VerdictInput): number {
  const own = results.filter((result) => result.key === key);
  return differentImages(own, design);
}

/** Different images held out: repeats show the same ones again. */
function differentImages(results: readonly FoldResult[], { folds }: Design): number {
  const total = results.reduce((sum, result) => sum + result.total, 0);
  return Math.round(total / Math.max(1, results.length / folds));
}
