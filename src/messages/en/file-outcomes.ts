import type { DropTally, FileOutcome, PassedOverWhy } from '../../vocabulary/drops';
import { failureText } from './failures';
import { count, wholeNumber } from './format';

/** What became of one file, in a few words, and why; '' where there is nothing to say. */
export function outcomeText(outcome: FileOutcome, path: string): { what: string; why: string } {
  switch (outcome.kind) {
    case 'coming':
      return { what: 'not looked at yet', why: '' };
    case 'added': {
      const { className, name } = outcome;
      const renamed = path !== name && !path.endsWith(`/${name}`);
      return { what: `added to ${className}`, why: renamed ? `Its name here is ${name}.` : '' };
    }
    case 'twin':
      return {
        what: 'already here',
        why: `The same picture is in class "${outcome.className}" as ${outcome.name}.`,
      };
    case 'refused':
      return { what: 'refused', why: failureText(outcome.reason) };
    case 'unreadable':
      return { what: 'not readable', why: failureText(outcome.reason) };
    case 'empty-folder':
      return { what: 'empty', why: 'The folder holds no files.' };
    case 'passed-over':
      return { what: 'passed over', why: passedOverText(outcome.why) };
    case 'model':
      return { what: 'opened as a model', why: '' };
    case 'removed':
      return { what: 'deleted', why: 'You deleted it before it had been looked at.' };
  }
}

export function passedOverText(why: PassedOverWhy): string {
  return {
    system: 'Passed over: the system keeps it for itself, and it is no picture.',
    hidden:
      'Passed over: it is hidden, as its name begins with a dot. Rename it and add it again if it is meant.',
    'beside-model':
      'Passed over: it lies beside a model, and is neither a part of it nor a picture.',
  }[why];
}

/** "118 of 120 added · 1 refused · 1 already here"; the numbers add up. */
export function tallyText(tally: DropTally): string {
  const { total, added, twin, refused, unreadable, coming, model, removed } = tally;
  const pictures = added + twin + refused + unreadable + coming + removed;
  const some = (number: number, words: string) => (number > 0 ? [words] : []);
  return [
    ...some(pictures, `${wholeNumber(added)} of ${wholeNumber(total)} added`),
    ...some(refused, `${wholeNumber(refused)} refused`),
    ...some(unreadable, `${wholeNumber(unreadable)} not readable`),
    ...some(twin, `${wholeNumber(twin)} already here`),
    ...some(tally['empty-folder'], count(tally['empty-folder'], 'empty folder')),
    ...some(tally['passed-over'], `${wholeNumber(tally['passed-over'])} passed over`),
    ...some(model, `${wholeNumber(model)} opened as a model`),
    ...some(removed, `${wholeNumber(removed)} deleted`),
    ...some(coming, `${wholeNumber(coming)} not looked at yet`),
  ].join(' · ');
}
