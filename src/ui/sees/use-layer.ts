import type { AppState, InspectorSlice } from '../../state/slices/types';
import { useAppState, useWords } from '../hooks/use-app';

/** What is drawn over the photo now: evidence is of a finished head alone, tokens need none. */
export function layerOf({ layer, training }: Pick<AppState, 'layer' | 'training'>) {
  return layer === 'evidence' && training.kind !== 'done' ? 'attention' : layer;
}

export function useLayer(): InspectorSlice['layer'] {
  return useAppState(layerOf);
}

/** Why evidence can't be shown yet, as a sentence; null when it can. */
export function useWhyNoEvidence(): string | null {
  const words = useWords();
  const training = useAppState((state) => state.training.kind);
  if (training === 'done') return null;
  return training === 'running' || training === 'queued'
    ? words.sees.layers.evidenceAfterTraining
    : words.sees.layers.evidenceNeedsProbe;
}
