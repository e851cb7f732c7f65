import { useCallback, useSyncExternalStore } from 'react';
import type { PaneName, Panes } from '../../../state/panes';
import type { AttentionMaps } from '../../../vocabulary/maps';
import { useApp } from '../../hooks/use-app';

/** The maps of this image that a pane shows now; null when they are of another one. */
export function mapsOf(panes: Panes, pane: PaneName, imageId: string): AttentionMaps | null {
  const maps = panes[pane].maps.read();
  return maps?.imageId === imageId ? maps : null;
}

/** How many maps of this image a pane shows now, 0 for none. Renders only when that number changes. */
export function useMapCount(pane: PaneName, imageId: string): number {
  const { panes } = useApp();
  const read = useCallback(
    () => mapsOf(panes, pane, imageId)?.queries ?? 0,
    [panes, pane, imageId],
  );
  return useSyncExternalStore(panes[pane].maps.subscribe, read);
}
