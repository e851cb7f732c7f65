/**
 * A mistake in this program, not in what a person did: shapes that don't match, a call in the wrong
 * order. Its text is for developers; a person sees it only as a detail.
 */
export class ProgrammingError extends Error {
  override name = 'ProgrammingError';
}

/** What was thrown, which should always be an error. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new ProgrammingError(String(thrown));
}
