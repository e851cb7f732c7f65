import { AppError } from '../vocabulary/failures';
import { asError, ProgrammingError } from '../vocabulary/programming-error';
import type { CallMap, FromWorker, ToWorker } from './messages';

/** A result whose buffers move to the page instead of being copied. */
export class Transferred {
  constructor(
    readonly value: unknown,
    readonly buffers: Transferable[],
  ) {}
}

/** Marks `buffers` inside `value` to be moved, not copied. The worker can't use them afterwards. */
export function transfer<T>(value: T, buffers: Transferable[]): T {
  return new Transferred(value, buffers) as unknown as T;
}

export interface CallContext<Progress> {
  /** Aborted when the page no longer wants the result. */
  signal: AbortSignal;
  progress(value: Progress, buffers?: Transferable[]): void;
}

export type Handlers<C extends CallMap> = {
  [K in keyof C]: (
    args: C[K]['args'],
    context: CallContext<C[K]['progress']>,
  ) => C[K]['result'] | Promise<C[K]['result']>;
};

/**
 * Answers the page's calls inside a worker. Returns `emit`, for news that nobody asked for (a lost
 * device, say).
 */
export function serve<C extends CallMap, Event = never>(
  handlers: Handlers<C>,
): { emit(event: Event): void } {
  // From inside, a worker sends and listens as its `Worker` does on the page, whose types both know.
  const scope = globalThis as unknown as Pick<Worker, 'postMessage' | 'onmessage'>;
  const running = new Map<number, AbortController>();
  const post = (message: FromWorker, buffers: Transferable[] = []) =>
    scope.postMessage(message, buffers);

  const answer = async (id: number, method: string, args: unknown) => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const handler = handlers[method];
      if (!handler) throw new ProgrammingError(`This worker offers no call named "${method}".`);
      const context: CallContext<unknown> = {
        signal: controller.signal,
        progress: (value, buffers) => post({ kind: 'progress', id, value }, buffers),
      };
      const value = await handler(args, context as CallContext<never>);
      if (value instanceof Transferred) {
        post({ kind: 'result', id, value: value.value }, value.buffers);
      } else {
        post({ kind: 'result', id, value });
      }
    } catch (error) {
      const { name, message } = asError(error);
      const failure = error instanceof AppError ? error.failure : null;
      post({ kind: 'error', id, name, message, failure });
    } finally {
      running.delete(id);
    }
  };

  scope.onmessage = ({ data }: MessageEvent<ToWorker>) => {
    if (data.kind === 'ping') post({ kind: 'pong' });
    else if (data.kind === 'abort') running.get(data.id)?.abort();
    else void answer(data.id, data.method, data.args);
  };

  return { emit: (value) => post({ kind: 'event', value }) };
}
