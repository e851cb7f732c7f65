import { useMemo, useSyncExternalStore } from 'react';
import { type PaneName, panes } from '../../state/panes';
import { useStore } from '../../state/store';
import type { TrainedRun } from '../../state/types';
import { useVerdicts, type Verdict, verdictOf } from '../use-verdicts';

/** What the head says about an image, at the moment of its training that a pane shows. */
export function useMomentVerdict(
  pane: PaneName,
  run: TrainedRun | null,
  imageId: string,
): Verdict | undefined {
  const live = panes[pane].prediction;
  const prediction = useSyncExternalStore(live.subscribe, live.read);
  const replayed = useStore((state) => state.epoch !== null);
  const kept = useVerdicts().get(imageId);
  const then = useMemo(() => {
    if (!run || !replayed || prediction?.imageId !== imageId) return null;
    return verdictOf(run, new Set(run.result.heldOutIds), prediction);
  }, [run, replayed, prediction, imageId]);
  return then ?? kept;
}
