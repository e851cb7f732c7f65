import type { Failure, FailureFacts } from '../../vocabulary/failures';

type Sentences = { [C in keyof FailureFacts]: (facts: FailureFacts[C]) => string };

/** What went wrong, as whole sentences: one for every code. */
export const failures: Sentences = {
  unexpected: ({ detail }) => sentence(detail),
  'chart-not-drawn': () => 'The figure is not drawn yet. Wait a moment, then save again.',
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
