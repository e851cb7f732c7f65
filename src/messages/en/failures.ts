import type { Failure, FailureFacts } from '../../vocabulary/failures';
import type { WorkerDeath } from '../../vocabulary/workers';

type Sentences = { [C in keyof FailureFacts]: (facts: FailureFacts[C]) => string };

/** What went wrong, as whole sentences: one for every code. */
export const failures: Sentences = {
  unexpected: ({ detail }) => sentence(detail),

  // bridge
  'worker-died': ({ death }) => `The worker died: ${workerDeath(death)}.`,
  'worker-ended': () => 'The worker was ended.',
  'worker-gone': () => 'The worker has ended.',
};

/** A failure as a sentence. */
export function failureText(failure: Failure): string {
  // The table holds, for each code, a sentence about that code's own facts.
  return (failures[failure.code] as (facts: Failure) => string)(failure);
}

/** What became of a worker, to stand after a colon. */
export function workerDeath(death: WorkerDeath): string {
  switch (death.kind) {
    case 'script-failed':
      return death.detail ?? 'its script failed';
    case 'silent':
      return 'it stopped answering';
    case 'unreadable':
      return 'it sent something unreadable';
  }
}

/** `text` with a full stop, if it ends without. */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}
