import { useMemo, useSyncExternalStore } from 'react';
import type { PaneName } from '../../state/panes';
import type { TrainedRun } from '../../state/slices/types';
import { useApp } from '../hooks/use-app';
import { type PredictionVerdict, verdictOf } from '../hooks/use-verdicts';

/** What a pane's head says about an image at the moment of its training that the pane shows. */
export function usePaneVerdict(
  pane: PaneName,
  run: TrainedRun | null,
  imageId: string,
): PredictionVerdict | null {
  const { subscribe, read } = useApp().panes[pane].prediction;
  const prediction = useSyncExternalStore(subscribe, read);
  return useMemo(() => {
    if (!run || prediction?.imageId !== imageId) return null;
    return verdictOf(run, new Set(run.result.heldOutIds), prediction);
  }, [run, prediction, imageId]);
}
