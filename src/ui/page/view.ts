import { createStore, type StoreApi } from 'zustand/vanilla';

export interface View {
  /** The place that a phone shows. */
  place: string;
}

/** Which parts of the page are on show; nothing that is worth keeping. */
export function createView(): StoreApi<View> {
  return createStore<View>(() => ({ place: 'sees' }));
}
