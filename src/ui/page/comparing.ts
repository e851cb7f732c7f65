import { createStore, type StoreApi } from 'zustand/vanilla';

export interface Comparing {
  /** Ids of the backbones to compare; null until the person has chosen. */
  ticked: readonly string[] | null;
}

/** What is set up for a comparison of backbones; nothing that is worth keeping. */
export function createComparing(): StoreApi<Comparing> {
  return createStore<Comparing>(() => ({ ticked: null }));
}
