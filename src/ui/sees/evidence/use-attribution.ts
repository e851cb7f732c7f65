import { useCallback, useSyncExternalStore } from 'react';
import type { App } from '../../../app/create-app';
import type { PaneName } from '../../../state/panes';
import { headIdOf } from '../../../state/slices/inspector';
import type { AppState, TrainedRun } from '../../../state/slices/types';
import type { EvidenceAnswer } from '../../../vocabulary/evidence';
import { useApp, useAppState } from '../../hooks/use-app';
import { layerOf } from '../use-layer';

/** The run whose head a pane looks through; null before there is one. */
export function runIn(pane: PaneName, { training, beside, heads }: AppState): TrainedRun | null {
  if (training.kind !== 'done') return null;
  if (pane === 'main' || beside?.kind !== 'head') return training.run;
  return heads.find((head) => headIdOf(head) === beside.headId)?.run ?? null;
}

/** The attribution that a pane shows of this image; null while there is none, or attention is on show. */
export function attributionIn(
  { store, panes }: Pick<App, 'store' | 'panes'>,
  pane: PaneName,
  imageId: string,
): EvidenceAnswer | null {
  const state = store.getState();
  const shown = panes[pane].evidence.read();
  const fits =
    layerOf(state) === 'evidence' &&
    shown?.imageId === imageId &&
    shown.headId === runIn(pane, state)?.result.headId;
  return fits ? shown.answer : null;
}

/** As `attributionIn`; renders when it changes. */
export function useAttribution(pane: PaneName, imageId: string): EvidenceAnswer | null {
  // Read for their changes: the snapshot below depends on them, too.
  useAppState(layerOf);
  useAppState((state) => runIn(pane, state));
  const app = useApp();
  const read = useCallback(() => attributionIn(app, pane, imageId), [app, pane, imageId]);
  return useSyncExternalStore(app.panes[pane].evidence.subscribe, read);
}
