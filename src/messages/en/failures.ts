import type { Failure, FailureFacts } from '../../vocabulary/failures';

type Sentences = { [C in keyof FailureFacts]: (facts: FailureFacts[C]) => string };

/** What went wrong, as whole sentences: one for every code. */
export const failures: Sentences = {
  unexpected: ({ detail }) => sentence(detail),

  // export
  'picture-copy-unsupported': () => 'This browser copies no pictures. Save it as PNG instead.',
  'picture-copy-refused': () =>
    'The browser did not let the page copy the picture. Save it as PNG instead.',
  'picture-too-large': ({ width, height }) =>
    `A picture of ${width} × ${height} pixels is larger than this browser can draw. Choose a smaller size or fewer images.`,
  'picture-without-canvas': () => 'The browser offers no canvas.',
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
