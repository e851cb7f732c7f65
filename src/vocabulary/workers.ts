/** How a worker ended that nobody ended on purpose. */
export type WorkerDeath =
  /** `detail` is the browser's own text; null where it gives none. */
  | { kind: 'script-failed'; detail: string | null }
  /** It stopped answering. */
  | { kind: 'silent' }
  /** It sent something that the page cannot read. */
  | { kind: 'unreadable' };
