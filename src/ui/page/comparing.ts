import { createStore, type StoreApi } from 'zustand/vanilla';

export interface Comparing {
  /** Probes on one backbone, or backbones under the same probes. */
  what: 'probes' | 'backbones';
  /** Ids of the backbones to compare; null until the person has chosen. */
  ticked: readonly string[] | null;
}

/** What the comparison view compares; nothing that is worth keeping. */
export function createComparing(): StoreApi<Comparing> {
  return createStore<Comparing>(() => ({ what: 'probes', ticked: null }));
}
