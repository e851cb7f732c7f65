import { create } from 'zustand';

interface Pointing {
  /** The patch under the pointer or the keyboard, row by row; null when none. */
  patch: number | null;
  /** The query whose map is pointed at. */
  hovered: number | null;
  /** The query that was chosen to be shown alone. */
  pinned: number | null;
}

/** What the person points at in the maps: read without rendering, it changes with every movement. */
export const usePointing = create<Pointing>(() => ({ patch: null, hovered: null, pinned: null }));

/** The one query that is shown alone, if any. */
export function shownAlone({ hovered, pinned }: Pointing): number | null {
  return hovered ?? pinned;
}
