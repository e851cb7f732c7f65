import { EARLIER_STUDY } from '../../state/slices/inspector';
import type { HeadRecord } from '../../state/slices/types';
import { accuracySentence } from './format';
import { RECIPE_WORDS } from './recipe-words';

/** "Held-out accuracy 87 %, 13 of 15 images · Small data · from the comparison". */
export function describeHead({ run, studyKey }: Pick<HeadRecord, 'run' | 'studyKey'>): string {
  const { heldOut, training } = run.result;
  const accuracy = heldOut
    ? accuracySentence('Held-out accuracy', heldOut)
    : accuracySentence('Training accuracy', training);
  const parts = [accuracy.join(', '), RECIPE_WORDS[run.recipe.name].label];
  if (studyKey !== null) parts.push(originOf(studyKey));
  return parts.join(' · ');
}

/** Which comparison a head comes from. */
export function originOf(studyKey: string): string {
  return studyKey === EARLIER_STUDY ? 'from an earlier comparison' : 'from the comparison';
}
