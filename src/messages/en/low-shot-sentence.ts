import { findMethod } from '../../probes/methods/list';
import type {
  ShotFinding,
  ShotGrowth,
  ShotOutcome,
  ShotRun,
} from '../../study/low-shot/shot-finding';
import { count, percent } from './format';
import { points, unbroken } from './in-words';
import { entryInSentence } from './probes';

/** What a low-shot study shows: a sentence about EP and mean pooling, and what it rests on. */
export function shotFindingInWords(finding: ShotFinding): { sentence: string; notes: string } {
  const { growth, images, runs } = finding;
  const notes = [
    growth && growthInWords(growth, finding),
    `Tested on ${count(images, 'held-out image')}, the same at every size; each size by itself, paired over the folds.`,
    runs.some(({ outcome }) => outcome === 'level') &&
      'Level: the 95 % interval of the difference includes 0.',
    runs.some(({ outcome }) => outcome === 'unclear') &&
      'More images would tell whether there is a difference.',
  ];
  return {
    sentence: unbroken(sentenceOf(finding)),
    notes: unbroken(notes.filter((note) => note !== null && note !== false).join(' ')),
  };
}

const MEAN_POOLING = 'mean pooling';
/** Less than this share rounds to no point. */
const LEAST_GROWTH = 0.005;

function sentenceOf({ own, runs, top }: ShotFinding): string {
  const name = entryInSentence(own);
  const clauses = runs.map((run, at) => {
    const where = at === 0 ? opening(run) : at === runs.length - 1 ? ending(run) : between(run);
    return `${where} ${at === 0 ? firstOutcome(run.outcome, name) : laterOutcome(run.outcome)}`;
  });
  const accuracies =
    `With ${top.size}, ${findMethod(own.name).label} gets ${percent(top.own)} ` +
    `and ${MEAN_POOLING} ${percent(top.other)}${mayBeChance(runs, top) ? ', which may be chance' : ''}`;
  return `${clauses.join('; ')}. ${accuracies}.`;
}

/** Whether two numbers that differ stand behind what is not told apart. */
function mayBeChance(runs: ShotFinding['runs'], { own, other }: ShotFinding['top']): boolean {
  const outcome = runs.at(-1)?.outcome;
  const isOpen = outcome === 'level' || outcome === 'unclear';
  return isOpen && percent(own) !== percent(other);
}

function opening({ from, to }: ShotRun): string {
  return from === to ? `With ${from} images a class` : `With ${from} to ${to} images a class`;
}

function between({ from, to }: ShotRun): string {
  return from === to ? `with ${from}` : `with ${from} to ${to}`;
}

function ending({ from, to }: ShotRun): string {
  return from === to ? `with ${from}` : `from ${from}`;
}

function firstOutcome(outcome: ShotOutcome, name: string): string {
  if (outcome === 'unclear') return `${name} and ${MEAN_POOLING} can’t be told apart`;
  return `${name} is ${standing(outcome)} ${MEAN_POOLING}`;
}

function laterOutcome(outcome: ShotOutcome): string {
  if (outcome === 'unclear') return 'the two can’t be told apart';
  return outcome === 'level' ? 'it is level' : `it is ${outcome}`;
}

function standing(outcome: Exclude<ShotOutcome, 'unclear'>): string {
  if (outcome === 'level') return 'level with';
  return outcome === 'ahead' ? 'ahead of' : 'behind';
}

function growthInWords(
  { from, to, difference, standardError, outcome }: ShotGrowth,
  { own }: Pick<ShotFinding, 'own'>,
): string {
  const step = `From ${from} to ${to} images a class ${entryInSentence(own)}`;
  if (Math.abs(difference) < LEAST_GROWTH) return `${step} does as well as before.`;
  const change = `${difference > 0 ? 'gains' : 'loses'} ${points(difference, standardError)}`;
  if (outcome === 'open') return `${step} ${change}, which may be chance.`;
  return `${step} ${change}${outcome === 'more' ? ': more images may help further' : ''}.`;
}
