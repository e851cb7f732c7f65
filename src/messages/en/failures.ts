import type { Failure, FailureFacts } from '../../vocabulary/failures';

type Sentences = { [C in keyof FailureFacts]: (facts: FailureFacts[C]) => string };

/** What went wrong, as whole sentences: one for every code. */
export const failures: Sentences = {
  unexpected: ({ detail }) => sentence(detail),

  // engine
  'too-few-classes': () => 'Fewer than two classes have two images with tokens.',
  'too-few-classes-to-train': () =>
    'Fewer than two classes have two images with tokens. Add images and train again.',
  'study-outdated': () =>
    'Images or labels have changed since its folds were made. Start the comparison anew.',
  'worker-replaced': () => 'The worker was replaced.',
  'worker-ended-twice': () => 'The worker ended twice over this image.',
  'trainer-stopped-twice': () => 'The trainer stopped twice during this run.',
  'study-worker-died': () =>
    'The worker that trains has stopped. What is finished is kept: resume when the tokens are there again.',
  'study-stopped': ({ failure }) => `The comparison stopped: ${failureText(failure)}`,
  'switch-cancelled': () => 'The switch to the next backbone was cancelled.',
  'extraction-cancelled': () => 'The extraction of tokens was cancelled.',
  'study-cancelled': () => 'The study of this backbone was cancelled.',
  'decode-stopped-twice': () =>
    'Reading it stopped the worker twice; it may need more memory than there is.',
  'runtime-not-fetched': () =>
    'The runtime that all arithmetic needs could not be fetched. Check the connection and try again.',
};

/** A failure as a sentence. */
export function failureText(failure: Failure): string {
  // The table holds, for each code, a sentence about that code's own facts.
  return (failures[failure.code] as (facts: Failure) => string)(failure);
}

/** `text` with a full stop, if it ends without. */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}
