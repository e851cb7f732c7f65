import type { Failure } from '../vocabulary/failures';

/**
 * The words that the page and its workers exchange. One worker offers one map of calls; every call
 * may report progress and can be aborted.
 */

/** One remote call: what goes in, what comes back, and what it reports on the way. */
export interface Call<Args, Result, Progress = never> {
  args: Args;
  result: Result;
  progress: Progress;
}

/** The calls that a worker offers, by name. */
export type CallMap = Record<string, Call<unknown, unknown, unknown>>;

export type ToWorker =
  | { kind: 'call'; id: number; method: string; args: unknown }
  | { kind: 'abort'; id: number }
  | { kind: 'ping' };

export type FromWorker =
  | { kind: 'result'; id: number; value: unknown }
  | { kind: 'progress'; id: number; value: unknown }
  /** `failure` where the worker threw an `AppError`. */
  | { kind: 'error'; id: number; name: string; message: string; failure: Failure | null }
  | { kind: 'event'; value: unknown }
  | { kind: 'pong' };
