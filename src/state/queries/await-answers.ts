import { AppError } from '../../vocabulary/failures';
import type { QueryCache } from './query-cache';

export interface AwaitOptions {
  signal?: AbortSignal;
  onProgress?: (done: number) => void;
}

/**
 * Several answers at once, in the order of what was asked.
 * @throws `AbortError` when `signal` aborts, and what has no answer yet is no longer asked for; `AppError` when one failed.
 */
export function awaitAnswers<Args, Value, Progress>(
  cache: QueryCache<Args, Value, Progress>,
  wanted: readonly Args[],
  { signal, onProgress }: AwaitOptions = {},
): Promise<Value[]> {
  return new Promise((resolve, reject) => {
    const held = wanted.map((args) => cache.want(args));
    let over = false;
    const end = (settle: () => void) => {
      over = true;
      stop();
      signal?.removeEventListener('abort', onAbort);
      for (const release of held) release();
      settle();
    };
    const look = () => {
      if (over) return;
      const values: Value[] = [];
      for (const args of wanted) {
        const answer = cache.read(args);
        if (answer?.kind === 'failed') return end(() => reject(new AppError(answer.failure)));
        // The entry was evicted, as when the worker that was asked is gone.
        if (answer === null) return end(() => reject(abortError()));
        if (answer.kind === 'ready') values.push(answer.value);
      }
      onProgress?.(values.length);
      if (values.length === wanted.length) end(() => resolve(values));
    };
    const onAbort = () => end(() => reject(abortError()));
    const stop = cache.subscribe(look);
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted) onAbort();
    else look();
  });
}

function abortError(): DOMException {
  return new DOMException('Cancelled.', 'AbortError');
}
