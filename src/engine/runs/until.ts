import type { AppState } from '../../state/slices/types';
import type { AppStore } from '../../state/store';

/**
 * Resolves once the state is as wanted.
 * @throws `AbortError` when `signal` aborts first.
 */
export function until(
  store: AppStore,
  isSo: (state: AppState) => boolean,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      stop();
      signal.removeEventListener('abort', onAbort);
      settle();
    };
    const look = () => {
      if (isSo(store.getState())) end(resolve);
    };
    const onAbort = () => end(() => reject(new DOMException('Cancelled.', 'AbortError')));
    const stop = store.subscribe(look);
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
    else look();
  });
}

/**
 * What a promise brings, unless `signal` aborts first.
 * @throws `AbortError`, then at once; what the promise does is ignored.
 */
export function orAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new DOMException('Cancelled.', 'AbortError'));
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
