import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PaneName } from '../../state/panes';

export interface Pointing {
  /** The patch under the pointer or the keyboard, row by row; null when none. */
  patch: number | null;
  /** The query whose map is pointed at. */
  hovered: number | null;
  /** The query that was chosen to be shown alone. */
  pinned: number | null;
  /** Where it was pointed at, or chosen. */
  pane: PaneName;
  /** Whether a query of one pane means the one of the same number in the other. */
  shared: boolean;
}

/** What the person points at in the maps: read without rendering, it changes with every movement. */
export function createPointing(): StoreApi<Pointing> {
  return createStore<Pointing>(() => ({
    patch: null,
    hovered: null,
    pinned: null,
    pane: 'main',
    shared: true,
  }));
}

/** The one query that a pane shows alone, if any. */
export function shownAlone(
  { hovered, pinned, pane: own, shared }: Pointing,
  pane: PaneName = 'main',
): number | null {
  return shared || pane === own ? (hovered ?? pinned) : null;
}

/** Points at a query of a pane; what is chosen in the other pane stays only where it means the same. */
export function pointAtQuery(
  pointing: StoreApi<Pointing>,
  pane: PaneName,
  query: Partial<Pick<Pointing, 'hovered' | 'pinned'>>,
): void {
  pointing.setState((before) => ({
    pinned: before.shared || before.pane === pane ? before.pinned : null,
    ...query,
    pane,
  }));
}
