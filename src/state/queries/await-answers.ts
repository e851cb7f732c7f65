import type { QueryCache } from './query-cache';

export interface AwaitOptions {
  signal?: AbortSignal;
  onProgress?: (done: number) => void;
}

/**
 * Several answers at once, in the order of what was asked.
 * @throws `AbortError` when `signal` aborts, and what has no answer yet is no longer asked for; an
 * error with the reason when one failed.
 */
export function awaitAnswers<Args, Value, Progress>(
  answers: QueryCache<Args, Value, Progress>,
  wanted: readonly Args[],
  { signal, onProgress }: AwaitOptions = {},
): Promise<Value[]> {
  return new Promise((resolve, reject) => {
    const held = wanted.map((args) => answers.want(args));
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
        const answer = answers.read(args);
        if (answer?.kind === 'failed') return end(() => reject(new Error(answer.reason)));
        // Forgotten by everybody, as when the worker that was asked is gone.
        if (answer === null) return end(() => reject(abortError()));
        if (answer.kind === 'ready') values.push(answer.value);
      }
      onProgress?.(values.length);
      if (values.length === wanted.length) end(() => resolve(values));
    };
    const onAbort = () => end(() => reject(abortError()));
    const stop = answers.subscribe(look);
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted) onAbort();
    else look();
  });
}

function abortError(): DOMException {
  return new DOMException('Cancelled.', 'AbortError');
}
