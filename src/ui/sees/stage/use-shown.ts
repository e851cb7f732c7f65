import { useCallback, useSyncExternalStore } from 'react';
import type { App } from '../../../app/create-app';
import type { PaneName } from '../../../state/panes';
import type { Evidence } from '../../../vocabulary/evidence';
import type { AttentionMaps } from '../../../vocabulary/maps';
import { useApp } from '../../hooks/use-app';
import { attributionIn } from '../evidence/use-attribution';
import { layerOf } from '../use-layer';
import { mapsOf } from './use-maps';

/** What a pane has to draw of an image. */
export type ShownLayer =
  | { kind: 'photo' }
  | { kind: 'attention'; maps: AttentionMaps }
  | { kind: 'evidence'; evidence: Evidence };

type Shown = Pick<App, 'store' | 'panes'>;

/** Until evidence has come the attention stays, so that nothing flashes between the two. */
export function shownIn(app: Shown, pane: PaneName, imageId: string): ShownLayer {
  // Nothing of a head: the tokens have a figure of their own.
  if (layerOf(app.store.getState()) === 'tokens') return { kind: 'photo' };
  const attribution = attributionIn(app, pane, imageId);
  if (attribution?.kind === 'not-linear') return { kind: 'photo' };
  if (attribution) {
    const { evidence } = attribution;
    return evidence.patches > 0 ? { kind: 'evidence', evidence } : { kind: 'photo' };
  }
  const maps = mapsOf(app.panes, pane, imageId);
  return maps ? { kind: 'attention', maps } : { kind: 'photo' };
}

/** Renders only when the kind changes. */
export function useShownKind(pane: PaneName, imageId: string): ShownLayer['kind'] {
  const app = useApp();
  const subscribe = useCallback(
    (listener: () => void) => onShown(app, pane, listener),
    [app, pane],
  );
  return useSyncExternalStore(subscribe, () => shownIn(app, pane, imageId).kind);
}

/** Calls back whenever a pane may have something else to draw. */
export function onShown({ store, panes }: Shown, pane: PaneName, listener: () => void): () => void {
  const { maps, evidence } = panes[pane];
  const stops = [
    maps.subscribe(listener),
    evidence.subscribe(listener),
    store.subscribe((now, before) => {
      if (now.layer !== before.layer || now.training.kind !== before.training.kind) listener();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
