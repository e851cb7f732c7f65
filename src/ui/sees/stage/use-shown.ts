import { useCallback, useSyncExternalStore } from 'react';
import { type PaneName, panes } from '../../../state/panes';
import { useStore } from '../../../state/store';
import type { Evidence } from '../../../vocabulary/evidence';
import type { AttentionMaps } from '../../../vocabulary/maps';
import { attributionIn } from '../evidence/use-attribution';
import { layerOf } from '../use-layer';
import { mapsOf } from './use-maps';

/** What a pane has to draw of an image. */
export type ShownLayer =
  | { kind: 'photo' }
  | { kind: 'attention'; maps: AttentionMaps }
  | { kind: 'evidence'; evidence: Evidence };

/** Until evidence has come the attention stays, so that nothing flashes between the two. */
export function shownIn(pane: PaneName, imageId: string): ShownLayer {
  // Nothing of a head: the tokens have a figure of their own.
  if (layerOf(useStore.getState()) === 'tokens') return { kind: 'photo' };
  const attribution = attributionIn(pane, imageId);
  if (attribution?.kind === 'not-linear') return { kind: 'photo' };
  if (attribution) {
    const { evidence } = attribution;
    return evidence.patches > 0 ? { kind: 'evidence', evidence } : { kind: 'photo' };
  }
  const maps = mapsOf(pane, imageId);
  return maps ? { kind: 'attention', maps } : { kind: 'photo' };
}

/** Renders only when the kind changes. */
export function useShownKind(pane: PaneName, imageId: string): ShownLayer['kind'] {
  const subscribe = useCallback((listener: () => void) => onShown(pane, listener), [pane]);
  return useSyncExternalStore(subscribe, () => shownIn(pane, imageId).kind);
}

/** Calls back whenever a pane may have something else to draw. */
export function onShown(pane: PaneName, listener: () => void): () => void {
  const { maps, evidence } = panes[pane];
  const stops = [
    maps.subscribe(listener),
    evidence.subscribe(listener),
    useStore.subscribe((now, before) => {
      if (now.layer !== before.layer || now.training.kind !== before.training.kind) listener();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
