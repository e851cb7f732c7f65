import { useCallback, useSyncExternalStore } from 'react';
import { panes } from '../../state/panes';
import type { AttentionMaps } from '../../training/api';

/** The maps now known of this image; null when those on screen are of another one. */
export function mapsOf(imageId: string): AttentionMaps | null {
  const maps = panes.main.maps.read();
  return maps?.imageId === imageId ? maps : null;
}

/** How many maps this image has now, 0 for none. Renders only when that number changes. */
export function useMapCount(imageId: string): number {
  const read = useCallback(() => mapsOf(imageId)?.queries ?? 0, [imageId]);
  return useSyncExternalStore(panes.main.maps.subscribe, read);
}
