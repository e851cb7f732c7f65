import { type Design, type PairedTest, pairedTest } from '../../study/paired-test';
import { bestRow, comparable, type StudyRow } from '../../study/study-table';
import type { FoldResult } from '../../training/run/compare-api';
import { parameterRatio, percent, points } from './in-words';
import { entryInSentence } from './probes';

export interface VerdictInput {
  rows: readonly StudyRow[];
  results: readonly FoldResult[];
  design: Design;
  /** What always naming the largest class gets right, 0…1. */
  chance: number;
}

export interface StudyVerdict {
  sentence: string;
  /** What the sentence rests on, and what would tell more; sentences of their own. */
  notes: string[];
}

/** A 95 % interval wider than this to either side says nothing about two probes. */
const WIDEST = 0.15;
/** Held-out images below which one of them counts for several points. */
const FEW_IMAGES = 30;

/**
 * What a comparison shows, in one sentence made of its numbers: the best setting of EP against the
 * best other probe that attends, and against mean pooling. Null before anything is finished.
 */
export function verdict(input: VerdictInput): StudyVerdict | null {
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
      sentence: guessing(overall, input),
      notes: [...notes, 'More images would help, or classes that look more different.'],
    };
  }
  if (!subject) return { sentence: floorsOnly(rows), notes };
  if (ep && rival) {
    const pair = judge(ep, rival, nameOf(rival), input);
    const sentence =
      isPerfect(ep) && isPerfect(rival)
        ? perfect(ep, rival, floor, input)
        : againstRival(pair, floor, input);
    return { sentence, notes: [...notes, ...whatWouldHelp(pair)] };
  }
  notes.push(
    ep ? 'No other probe that attends is among those finished.' : 'EP is not among those finished.',
  );
  if (!floor) return { sentence: `${nameOf(subject)} gets ${accuracy(subject)} right.`, notes };
  const pair = judge(subject, floor, MEAN_POOLING, input);
  return { sentence: `${compared(pair)}.`, notes: [...notes, ...whatWouldHelp(pair)] };
}

/** What always naming the largest class gets right, from the class of every image. */
export function chanceOf(labels: Readonly<Record<string, string>>): number {
  const counts = new Map<string, number>();
  const all = Object.values(labels);
  for (const label of all) counts.set(label, (counts.get(label) ?? 0) + 1);
  return all.length === 0 ? 0 : Math.max(...counts.values()) / all.length;
}

const MEAN_POOLING = 'mean pooling';

/** Two entries, and what may be said about their difference. */
interface Pair {
  own: StudyRow;
  other: StudyRow;
  otherName: string;
  test: PairedTest | null;
  images: number;
  /** `single` fold: no spread is known. `few` images: the interval says nothing. `open`: small or none. */
  weight: 'single' | 'few' | 'open' | 'ahead' | 'behind';
}

function judge(own: StudyRow, other: StudyRow, otherName: string, input: VerdictInput): Pair {
  const test = pairedTest(input.results, own.key, other.key, input.design);
  const images = heldOutImages(own, input);
  const pair = { own, other, otherName, test, images };
  if (test?.halfWidth == null) return { ...pair, weight: 'single' };
  if (test.outcome !== 'open') return { ...pair, weight: test.outcome };
  return { ...pair, weight: test.halfWidth > WIDEST || images < FEW_IMAGES ? 'few' : 'open' };
}

function compared({ own, other, otherName, test, images, weight }: Pair): string {
  const both = `${accuracy(own)} and ${accuracy(other)}`;
  const apart = `${nameOf(own)} from ${otherName} (${both}`;
  switch (weight) {
    case 'single':
      return `With a single fold finished it is too early to tell ${apart})`;
    case 'few':
      return `${images} held-out images are too few to tell ${apart}, a difference of ${size(test)})`;
    case 'open':
      return `${nameOf(own)} is within the noise of ${otherName} (${both})`;
    case 'ahead':
      return `${nameOf(own)} is ahead of ${otherName} by ${size(test)} (${both})`;
    case 'behind':
      return `${nameOf(own)} is behind ${otherName} by ${size(test)} (${both})`;
  }
}

function againstRival(pair: Pair, floor: StudyRow | null, input: VerdictInput): string {
  const { own, other, weight } = pair;
  const ratio = ratioOf(own, other);
  const told = weight !== 'single' && weight !== 'few';
  const parameters = ratio && (told ? ` with ${ratio}` : `; ${nameOf(own)} has ${ratio}`);
  return `${compared(pair)}${parameters ?? ''}${besides(pair, floor, input)}.`;
}

/** Ends the sentence about EP and a rival with where mean pooling stands. */
function besides({ own, weight }: Pair, floor: StudyRow | null, input: VerdictInput): string {
  if (!floor) return '';
  const { test, weight: overFloor } = judge(own, floor, MEAN_POOLING, input);
  const floorName = `${MEAN_POOLING} (${accuracy(floor)})`;
  if (overFloor === 'ahead') return `, and is ${size(test)} ahead of ${floorName}`;
  const turn = weight === 'ahead' ? 'but' : 'and';
  if (overFloor === 'behind') return `, ${turn} is ${size(test)} behind ${floorName}`;
  const better = (test?.difference ?? 0) > 0;
  return `, ${turn} is ${better ? 'not clearly' : 'no'} better than ${floorName}`;
}

function perfect(own: StudyRow, other: StudyRow, floor: StudyRow | null, input: VerdictInput) {
  const images = heldOutImages(own, input);
  const ratio = ratioOf(own, other)?.replace(' its ', ' the other’s ');
  const both =
    `${nameOf(own)} and ${nameOf(other)} get all ${images} held-out images right` +
    (ratio ? `, the first with ${ratio}` : '');
  if (!floor) return `${both}.`;
  return isPerfect(floor)
    ? `${both}, and so does ${MEAN_POOLING}: these classes are too easy to tell probes apart.`
    : `${both}; ${MEAN_POOLING} gets ${accuracy(floor)}.`;
}

function guessing(best: StudyRow, { chance }: VerdictInput): string {
  return (
    `No probe is clearly better than always naming the largest class (${percent(chance)} right): ` +
    `the best, ${nameOf(best)}, gets ${accuracy(best)}.`
  );
}

function floorsOnly(rows: readonly StudyRow[]): string {
  const each = rows.map((row) => `${nameOf(row)} gets ${accuracy(row)}`).join(', ');
  return `Only probes without attention are finished: ${each}.`;
}

function whatWouldHelp({ weight, own, other }: Pair): string[] {
  if (isPerfect(own) && isPerfect(other)) return [];
  if (weight === 'few') return ['More images in each class would help most.'];
  return weight === 'open' ? ['More images would tell whether there is a difference.'] : [];
}

function unfinished({ rows, results, design }: VerdictInput): string[] {
  const all = rows.length * design.folds * design.repeats;
  return results.length < all ? [`This rests on ${results.length} of ${all} folds.`] : [];
}

/** Whether even the best may be guessing: less than 1.64 standard deviations above chance. */
function isGuessing(best: StudyRow, input: VerdictInput): boolean {
  const { chance } = input;
  if (!best.accuracy || chance >= 1) return false;
  const { correct, total } = best.accuracy;
  const deviation = Math.sqrt((chance * (1 - chance)) / heldOutImages(best, input));
  return correct / total < chance + 1.64 * deviation;
}

function isPerfect({ accuracy }: StudyRow): boolean {
  return accuracy !== null && accuracy.correct === accuracy.total;
}

/** Different images held out: repeats show the same ones again. */
function heldOutImages({ accuracy }: StudyRow, { design }: VerdictInput): number {
  if (!accuracy) return 0;
  return Math.round(accuracy.total / Math.max(1, accuracy.folds / design.folds));
}

function ratioOf(own: StudyRow, other: StudyRow): string | null {
  const [ownCount, otherCount] = [own.facts?.parameters.total, other.facts?.parameters.total];
  return ownCount && otherCount ? parameterRatio(ownCount, otherCount) : null;
}

function size(test: PairedTest | null): string {
  return points(test?.difference ?? 0, test?.standardError ?? null);
}

function nameOf({ probe }: StudyRow): string {
  return entryInSentence(probe);
}

function accuracy(row: StudyRow): string {
  return percent(row.accuracy?.mean ?? 0);
}
