import { create } from 'zustand';

export type Sort = 'class' | 'concentration' | 'evidence';

interface GridChoices {
  sort: Sort;
  /** The class whose images are shown; null for all. */
  classId: string | null;
}

/** How the grid of one query is arranged: kept while another view is on show. */
export const useGridChoices = create<GridChoices>(() => ({ sort: 'class', classId: null }));
