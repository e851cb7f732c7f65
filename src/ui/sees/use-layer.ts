import type { AppState, InspectorSlice } from '../../state/slices/types';
import { useAppState } from '../hooks/use-app';

/** What is drawn over the photo now: evidence is of a finished head alone, tokens need none. */
export function layerOf({ layer, training }: Pick<AppState, 'layer' | 'training'>) {
  return layer === 'evidence' && training.kind !== 'done' ? 'attention' : layer;
}

export function useLayer(): InspectorSlice['layer'] {
  return useAppState(layerOf);
}

/** Why evidence can't be shown yet, as a sentence; null when it can. */
export function useWhyNoEvidence(): string | null {
  const training = useAppState((state) => state.training.kind);
  if (training === 'done') return null;
  if (training === 'running' || training === 'queued') return 'Evidence comes when training ends.';
  return 'Evidence needs a trained probe.';
}
