import { RECIPES } from '../../training/model/recipe';
import type { TrainingSlice } from './types';

/** The settings that a new project starts with. */
export const DEFAULT_SETTINGS = {
  probe: { name: 'ep', options: { queries: 8, dOut: 1 } },
  recipe: RECIPES['small-data'],
  seed: 0,
  heldOutShare: 0.25,
} as const satisfies Partial<TrainingSlice>;

export const initialTraining: TrainingSlice = { ...DEFAULT_SETTINGS, training: { kind: 'idle' } };
