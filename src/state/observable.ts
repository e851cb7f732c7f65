import { createStore } from 'zustand/vanilla';

/**
 * Something that changes many times a second or is big, and so stays out of the store: read it with
 * `useSyncExternalStore(observable.subscribe, observable.read)`, or draw it without rendering.
 */
export interface Observable<T> {
  read(): T | null;
  show(value: T | null): void;
  subscribe(listener: () => void): () => void;
}

export function createObservable<T>(): Observable<T> {
  const store = createStore<T | null>(() => null);
  return {
    read: store.getState,
    show: (value) => store.setState(value, true),
    subscribe: store.subscribe,
  };
}
