/**
 * Something that changes many times a second or is big, and so stays out of the store: read it with
 * `useSyncExternalStore(live.subscribe, live.read)`, or draw it without rendering.
 */
export interface Observable<T> {
  read(): T | null;
  show(value: T | null): void;
  subscribe(listener: () => void): () => void;
}

export function createObservable<T>(): Observable<T> {
  let current: T | null = null;
  const listeners = new Set<() => void>();
  return {
    read: () => current,
    show(value) {
      current = value;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
