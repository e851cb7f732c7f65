import type { Failure, FailureFacts } from '../../vocabulary/failures';

type Sentences = { [C in keyof FailureFacts]: (facts: FailureFacts[C]) => string };

/** What went wrong, as whole sentences: one for every code. */
export const failures: Sentences = {
  unexpected: ({ detail }) => sentence(detail),

  // training
  'too-few-training-images': () =>
    'Training needs at least two images with tokens that are not held out.',
  'loss-infinite': ({ epoch }) =>
    `The loss became infinite in epoch ${epoch}. Choose the small-data recipe, or lower the learning rate.`,
  'tokens-of-two-backbones': ({ patches, width, otherPatches, otherWidth }) =>
    `These tokens are ${patches} × ${width}; the others here are ${otherPatches} × ${otherWidth}. Extract all images with one backbone.`,
  'image-without-tokens': () => 'This image has no tokens yet.',
  'no-tokens': () => 'No image has tokens yet.',
  'no-cls-token': () => 'This backbone has no [CLS] token.',
  'class-smaller-than-folds': ({ images, folds }) =>
    `A class of ${images} images can't be dealt over ${folds} folds.`,
  'queries-dont-divide-width': ({ queries, width }) =>
    `${queries} queries don't divide D / d_out = ${width}: choose another number.`,
  'heads-dont-divide-width': ({ heads, width }) =>
    `${heads} heads don't divide ${width} channels: choose another backbone.`,
  'grid-not-square': ({ probe, patches }) =>
    `${probe} needs a square grid, and ${patches} patches make none.`,
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
