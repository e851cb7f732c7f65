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

  // storage

  // export
  /** A figure was asked for before it stood on the page. */
  'chart-not-drawn': Record<never, never>;

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
