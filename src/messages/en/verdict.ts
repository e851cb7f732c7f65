import type {
  Basis,
  Finding,
  Pair,
  Pick,
  Standing,
  StudyVerdict,
  VerdictNote,
} from '../../study/verdict';
import { count, percent } from './format';
import { parameterRatio, points } from './in-words';
import { entryInSentence } from './probes';

/**
 * What a study shows, in one sentence; how what it compares was chosen, in another (null where nothing
 * is compared); the notes are sentences of their own.
 */
export function verdictInWords({ finding, basis, notes }: StudyVerdict) {
  return {
    sentence: capitalised(findingInWords(finding)),
    basis: basis && basisInWords(basis),
    notes: notes.map(noteInWords),
  };
}

function basisInWords(basis: Basis): string {
  if (basis.code === 'inner') {
    const kinds = [basis.ep, basis.rival].filter((picks) => picks.length > 1);
    const told = kinds.length > 0 ? `: ${kinds.map(picksInWords).join('; ')}` : '';
    return `All that is chosen here was chosen in every fold by its training images alone${told}.`;
  }
  const shared = 'The same recipe for all.';
  if (basis.pairs === 1) return shared;
  return `${shared} The best of each kind were picked by these very folds: a lead has to be clear enough for any of ${basis.pairs} pairs.`;
}

/** "EP with 8 queries in 4 of 5 folds, EP with 4 queries in 1" */
function picksInWords(picks: readonly Pick[]): string {
  const all = picks.reduce((sum, { folds }) => sum + folds, 0);
  return picks
    .map(({ probe, folds }, at) => {
      const of = at === 0 ? ` of ${all} folds` : '';
      return `${entryInSentence(probe)} in ${folds}${of}`;
    })
    .join(', ');
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function noteInWords(note: VerdictNote): string {
  switch (note.code) {
    case 'unfinished':
      return `This rests on ${note.done} of ${note.all} folds.`;
    case 'no-rival':
      return 'No other probe that attends is among those finished.';
    case 'no-ep':
      return 'EP is not among those finished.';
    case 'needs-images':
      return 'More images would tell whether there is a difference.';
    case 'needs-images-per-class':
      return 'More images in each class would help most.';
    case 'needs-images-or-other-classes':
      return 'More images would help, or classes that look more different.';
  }
}

function findingInWords(finding: Finding): string {
  switch (finding.code) {
    case 'guessing':
      return (
        (finding.few === null
          ? 'No probe is clearly better than'
          : `${count(finding.few, 'held-out image')} are too few to tell any probe from`) +
        ` always naming the largest class (${percent(finding.chance)} right): ` +
        `the best, ${name(finding.best)}, gets ${accuracy(finding.best)}.`
      );
    case 'floors-only': {
      const each = finding.floors.map((floor) => `${name(floor)} gets ${accuracy(floor)}`);
      return `Only probes without attention are finished: ${each.join(', ')}.`;
    }
    case 'alone':
      return `${name(finding.entry)} gets ${accuracy(finding.entry)} right.`;
    case 'against-mean-pooling':
      return `${compared(finding.pair, MEAN_POOLING)}.`;
    case 'against-rival':
      return againstRival(finding);
    case 'all-right':
      return allRight(finding);
  }
}

const MEAN_POOLING = 'mean pooling';

function compared(pair: Pair, otherName: string): string {
  const { own, other, images, weight } = pair;
  const both = `${accuracy(own)} and ${accuracy(other)}`;
  const apart = `${name(own)} from ${otherName} (${both}`;
  switch (weight) {
    case 'single':
      return `With a single fold finished it is too early to tell ${apart})`;
    case 'few':
      return `${images} held-out images are too few to tell ${apart}, a difference of ${size(pair)})`;
    case 'open':
      return `${name(own)} is within the noise of ${otherName} (${both})`;
    case 'ahead':
      return `${name(own)} is ahead of ${otherName} by ${size(pair)} (${both})`;
    case 'behind':
      return `${name(own)} is behind ${otherName} by ${size(pair)} (${both})`;
  }
}

function againstRival({ pair, floor }: Extract<Finding, { code: 'against-rival' }>): string {
  const { own, other, weight } = pair;
  const exact = ratioOf(own, other);
  const varies = own.probe === null || other.probe === null;
  const ratio = exact && (varies ? `${exact} on average` : exact);
  const told = weight !== 'single' && weight !== 'few';
  const parameters = ratio && (told ? ` with ${ratio}` : `; ${name(own)} has ${ratio}`);
  return `${compared(pair, name(other))}${parameters ?? ''}${floor ? besides(pair, floor) : ''}.`;
}

/** Ends the sentence about EP and a rival with where mean pooling stands. */
function besides({ weight }: Pair, floor: Pair): string {
  const floorName = `${MEAN_POOLING} (${accuracy(floor.other)})`;
  if (floor.weight === 'ahead') return `, and is ${size(floor)} ahead of ${floorName}`;
  const turn = weight === 'ahead' ? 'but' : 'and';
  if (floor.weight === 'behind') return `, ${turn} is ${size(floor)} behind ${floorName}`;
  return `, ${turn} is ${floor.difference > 0 ? 'not clearly' : 'no'} better than ${floorName}`;
}

function allRight({ own, other, images, floor }: Extract<Finding, { code: 'all-right' }>): string {
  const ratio = ratioOf(own, other)?.replace(' its ', ' the other’s ');
  const both =
    `${name(own)} and ${name(other)} get all ${images} held-out images right` +
    (ratio ? `, the first with ${ratio}` : '');
  if (!floor) return `${both}.`;
  return floor.allRight
    ? `${both}, and so does ${MEAN_POOLING}: these classes are too easy to tell probes apart.`
    : `${both}; ${MEAN_POOLING} gets ${accuracy(floor)}.`;
}

function ratioOf(own: Standing, other: Standing): string | null {
  return own.parameters && other.parameters
    ? parameterRatio(own.parameters, other.parameters)
    : null;
}

function size({ difference, standardError }: Pair): string {
  return points(difference, standardError);
}

function name({ probe, kind }: Standing): string {
  if (probe) return entryInSentence(probe);
  return kind === 'ep' ? 'EP' : 'the best of the others';
}

function accuracy(entry: Standing): string {
  return percent(entry.accuracy);
}
