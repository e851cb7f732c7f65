import type { ProbeChoice } from '../probes/choice';
import type { FoldResult } from '../training/run/compare-api';
import { type Design, pairedTest } from './paired-test';
import { bestRow, comparable, type StudyRow } from './study-table';

export interface VerdictInput {
  rows: readonly StudyRow[];
  results: readonly FoldResult[];
  design: Design;
  /** What always naming the largest class gets right, 0…1. */
  chance: number;
}

/** What a study shows. */
export interface StudyVerdict {
  finding: Finding;
  /** What the finding rests on, and what would tell more. */
  notes: readonly VerdictNote[];
}

export type Finding =
  /** Even the best is not clearly better than `chance`. */
  | { code: 'guessing'; best: Standing; chance: number }
  /** Nothing that attends is finished. */
  | { code: 'floors-only'; floors: readonly Standing[] }
  /** One probe that attends, and nothing to compare it with. */
  | { code: 'alone'; entry: Standing }
  | { code: 'against-mean-pooling'; pair: Pair }
  /** EP against the best other probe that attends; `floor`: EP against mean pooling. */
  | { code: 'against-rival'; pair: Pair; floor: Pair | null }
  /** EP and its rival get all of so many different `images` right; `floor` is mean pooling. */
  | { code: 'all-right'; own: Standing; other: Standing; images: number; floor: Standing | null };

/** How one entry does. */
export interface Standing {
  probe: ProbeChoice;
  /** Held-out, 0…1. */
  accuracy: number;
  allRight: boolean;
  /** Null while unknown. */
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

/** A 95 % interval wider than this to either side says nothing about two probes. */
const WIDEST = 0.15;
/** Held-out images below which one of them counts for several points. */
const FEW_IMAGES = 30;
/** One-sided 95 % quantile of the normal distribution. */
const Z95 = 1.64;

/**
 * What a study shows, from its numbers: the best setting of EP against the best other probe that
 * attends, and against mean pooling. Null before anything is finished.
 */
export function judgeStudy(input: VerdictInput): StudyVerdict | null {
  const rows = comparable(input.rows);
  const best = (kind: StudyRow['kind']) => bestRow(rows.filter((row) => row.kind === kind));
  const [ep, rival] = [best('ep'), best('rival')];
  const floor = rows.find(({ probe }) => probe.name === 'gap') ?? null;
  const overall = bestRow(rows);
  if (!overall) return null;

  const subject = ep ?? rival;
  const notes = unfinished(input);
  if (isGuessing(overall, input)) {
    return {
      finding: { code: 'guessing', best: standing(overall), chance: input.chance },
      notes: [...notes, { code: 'needs-images-or-other-classes' }],
    };
  }
  if (!subject) return { finding: { code: 'floors-only', floors: rows.map(standing) }, notes };
  if (ep && rival) {
    const pair = compared(ep, rival, input);
    return {
      finding: againstRival(pair, floor && compared(ep, floor, input)),
      notes: [...notes, ...whatWouldHelp(pair)],
    };
  }
  notes.push({ code: ep ? 'no-rival' : 'no-ep' });
  if (!floor) return { finding: { code: 'alone', entry: standing(subject) }, notes };
  const pair = compared(subject, floor, input);
  return {
    finding: { code: 'against-mean-pooling', pair },
    notes: [...notes, ...whatWouldHelp(pair)],
  };
}

/** What always naming the largest class gets right, from the class of every image. */
export function chanceOf(labels: Readonly<Record<string, string>>): number {
  const counts = new Map<string, number>();
  const all = Object.values(labels);
  for (const label of all) counts.set(label, (counts.get(label) ?? 0) + 1);
  return all.length === 0 ? 0 : Math.max(...counts.values()) / all.length;
}

function standing({ probe, accuracy, facts }: StudyRow): Standing {
  return {
    probe,
    accuracy: accuracy?.mean ?? 0,
    allRight: accuracy !== null && accuracy.correct === accuracy.total,
    parameters: facts?.parameters.total ?? null,
  };
}

function compared(own: StudyRow, other: StudyRow, input: VerdictInput): Pair {
  const test = pairedTest(input.results, own.key, other.key, input.design);
  const images = heldOutImages(own, input);
  const pair = {
    own: standing(own),
    other: standing(other),
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

/** Whether even the best may be guessing: less than 1.64 standard deviations above chance. */
function isGuessing(best: StudyRow, input: VerdictInput): boolean {
  const { chance } = input;
  if (!best.accuracy || chance >= 1) return false;
  const { correct, total } = best.accuracy;
  const deviation = Math.sqrt((chance * (1 - chance)) / heldOutImages(best, input));
  return correct / total < chance + Z95 * deviation;
}

/** Different images held out: repeats show the same ones again. */
function heldOutImages({ accuracy }: StudyRow, { design }: VerdictInput): number {
  if (!accuracy) return 0;
  return Math.round(accuracy.total / Math.max(1, accuracy.folds / design.folds));
}
