/**
 * Every way in which something that a person asked for can fail, as a code with the facts that a
 * sentence about it needs. Rooms below the page throw and return these; `messages/` has the words.
 */
export interface FailureFacts {
  /** An error that is not ours: the browser's or a library's own text, shown as it is. */
  unexpected: { detail: string };

  // images

  // backbones: obtaining

  // backbones: importing

  // backbones: encoding

  // runtime

  // training
  /** Fewer than two images with tokens are left to train on. */
  'too-few-training-images': Record<never, never>;
  'loss-infinite': { epoch: number };
  /** Tokens (patches, width) that don't fit the others that the trainer holds. */
  'tokens-of-two-backbones': {
    patches: number;
    width: number;
    otherPatches: number;
    otherWidth: number;
  };
  'image-without-tokens': Record<never, never>;
  'no-tokens': Record<never, never>;
  'no-cls-token': Record<never, never>;
  'class-smaller-than-folds': { images: number; folds: number };
  /** EP: its queries share D / d_out = `width` channels. */
  'queries-dont-divide-width': { queries: number; width: number };
  'heads-dont-divide-width': { heads: number; width: number };
  'grid-not-square': { probe: string; patches: number };

  // storage

  // export

  // engine
}

export type FailureCode = keyof FailureFacts;

/** A failure as data: `{ code, …facts }`. Goes through `postMessage` and into storage as it is. */
export type Failure = {
  [C in FailureCode]: { readonly code: C } & Readonly<FailureFacts[C]>;
}[FailureCode];

/** Thrown where something fails that a person is to hear of. */
export class AppError extends Error {
  override name = 'AppError';

  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

/** What is known of anything that was thrown. */
export function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return error.failure;
  return { code: 'unexpected', detail: error instanceof Error ? error.message : String(error) };
}
