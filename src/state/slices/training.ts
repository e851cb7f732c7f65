import type { StateCreator } from 'zustand/vanilla';
import { RECIPES } from '../../training/model/recipe';
import { readiness } from '../derive/readiness';
import type { AppState, TrainingSlice } from './types';

/** The settings that a new project starts with. */
export const DEFAULT_SETTINGS = {
  probe: { name: 'ep', options: { queries: 8, dOut: 1 } },
  recipe: RECIPES['small-data'],
  seed: 0,
  heldOutShare: 0.25,
} as const satisfies Partial<TrainingSlice>;

export const trainingSlice: StateCreator<AppState, [], [], TrainingSlice> = (set) => ({
  ...DEFAULT_SETTINGS,
  training: { kind: 'idle' },
  setProbe: (probe) => set({ probe }),
  setRecipe: (recipe) => set({ recipe }),
  setSeed: (seed) => set({ seed }),
  setHeldOutShare: (heldOutShare) => set({ heldOutShare }),
  train: () => set((state) => (readiness(state).ready ? { training: { kind: 'queued' } } : {})),
  stop: () =>
    set(({ training }) => {
      if (training.kind === 'queued') return { training: { kind: 'idle' } };
      if (training.kind === 'running') return { training: { ...training, stopping: true } };
      return {};
    }),
});
