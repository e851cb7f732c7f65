import { createStore, type StoreApi } from 'zustand/vanilla';

/** One image under all queries, all images under one query, all queries together, or all probes. */
export type Middle = 'image' | 'query' | 'queries' | 'comparison';

export interface View {
  /** The place that a phone shows. */
  place: string;
  /** What the middle place shows. */
  middle: Middle;
}

/** Which parts of the page are on show; nothing that is worth keeping. */
export function createView(): StoreApi<View> {
  return createStore<View>(() => ({ place: 'sees', middle: 'image' }));
}
