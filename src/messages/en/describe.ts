import type { EvidencePlace, ImagePart, WeightPlace } from '../../analysis/map-place';
import { EARLIER_STUDY } from '../../state/slices/inspector';
import type { HeadRecord, ImageStatus } from '../../state/slices/types';
import { queryStartOf } from '../../training/model/query-start';
import type { Grid } from '../../vocabulary/maps';
import { failureText } from './failures';
import { accuracySentence, percent } from './format';
import { RECIPE_WORDS, START_WORDS } from './recipe-words';

const PARTS: Record<ImagePart, { name: string; phrase: string }> = {
  'upper-left': { name: 'upper left', phrase: 'in the upper left' },
  top: { name: 'top', phrase: 'at the top' },
  'upper-right': { name: 'upper right', phrase: 'in the upper right' },
  left: { name: 'left', phrase: 'on the left' },
  middle: { name: 'middle', phrase: 'in the middle' },
  right: { name: 'right', phrase: 'on the right' },
  'lower-left': { name: 'lower left', phrase: 'in the lower left' },
  bottom: { name: 'bottom', phrase: 'at the bottom' },
  'lower-right': { name: 'lower right', phrase: 'in the lower right' },
};

/** Where the weight of a map lies: "62 % in the upper left", "spread evenly", "spread over the image". */
function describeMap(place: WeightPlace): string {
  if (place.kind === 'part') return `${percent(place.share)} ${PARTS[place.part].phrase}`;
  return place.kind === 'even' ? 'spread evenly' : SPREAD;
}

/** Where signed evidence lies: "most for: upper left; most against: bottom". */
function describeEvidence(places: { for: EvidencePlace; against: EvidencePlace }): string {
  return `most for: ${where(places.for)}; most against: ${where(places.against)}`;
}

/** "row 3, column 5": a patch of a grid, counted from 1. */
export function describePatch(patch: number, grid: Grid): string {
  return `row ${Math.floor(patch / grid.width) + 1}, column ${(patch % grid.width) + 1}`;
}

const SPREAD = 'spread over the image';

function where(place: EvidencePlace): string {
  if (place.kind === 'part') return PARTS[place.part].name;
  return place.kind === 'nothing' ? 'nothing' : SPREAD;
}

/** "Held-out accuracy 87 %, 13 of 15 images · Small data, queries started at clusters · from the comparison". */
function describeHead({ run, studyKey }: Pick<HeadRecord, 'run' | 'studyKey'>): string {
  const { heldOut, training } = run.result;
  const accuracy = heldOut
    ? accuracySentence('Held-out accuracy', heldOut)
    : accuracySentence('Training accuracy', training);
  const recipe = RECIPE_WORDS[run.recipe.name].label;
  const start = queryStartOf(run.recipe, [run.probe.name]);
  const parts = [
    accuracy.join(', '),
    start === null ? recipe : `${recipe}, ${START_WORDS[start].done}`,
  ];
  if (studyKey !== null) parts.push(originOf(studyKey));
  return parts.join(' · ');
}

function originOf(studyKey: string): string {
  return studyKey === EARLIER_STUDY ? 'from an earlier comparison' : 'from the comparison';
}

/** What a thumbnail shows by colour and marks, in words for those who can't see it. */
function describeState(status: ImageStatus, heldOut: boolean, wrong: boolean): string {
  const words: string[] = [];
  if (status.kind === 'failed') words.push(failureText(status.reason));
  else if (status.kind !== 'ready') words.push('waiting for its tokens');
  if (heldOut) words.push('held out');
  if (wrong) words.push('predicted wrongly');
  return words.join(', ');
}

/** Short descriptions that several rooms of the page use. */
export const describe = {
  map: describeMap,
  evidence: describeEvidence,
  patch: describePatch,
  head: describeHead,
  /** Which comparison a head comes from. */
  headOrigin: originOf,
  /** What a thumbnail shows; empty where there is nothing to say. */
  state: describeState,
  /** In the place of the name of a class that is no longer there. */
  deletedClass: 'a deleted class',
};
