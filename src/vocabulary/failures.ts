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

  // engine
  /** Fewer than two classes have two images with tokens. */
  'too-few-classes': Record<never, never>;
  'too-few-classes-to-train': Record<never, never>;
  /** Images or labels have changed since the study's folds were made. */
  'study-outdated': Record<never, never>;
  'worker-replaced': Record<never, never>;
  'worker-ended-twice': Record<never, never>;
  'trainer-stopped-twice': Record<never, never>;
  'study-worker-died': Record<never, never>;
  'study-stopped': { failure: Failure };
  'switch-cancelled': Record<never, never>;
  'extraction-cancelled': Record<never, never>;
  'study-cancelled': Record<never, never>;
  'decode-stopped-twice': Record<never, never>;
  'runtime-not-fetched': Record<never, never>;
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
