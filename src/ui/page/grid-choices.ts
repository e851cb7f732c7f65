import { createStore, type StoreApi } from 'zustand/vanilla';

export type Sort = 'class' | 'concentration' | 'evidence';

export interface GridChoices {
  sort: Sort;
  /** The class whose images are shown; null for all. */
  classId: string | null;
}

/** How the grid of one query is arranged: kept while another view is on show. */
export function createGridChoices(): StoreApi<GridChoices> {
  return createStore<GridChoices>(() => ({ sort: 'class', classId: null }));
}
