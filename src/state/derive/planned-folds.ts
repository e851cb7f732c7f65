import type { AppState, ClassLabel } from '../slices/types';
import { countsByClass } from './images-of';
import { LEAST_IMAGES } from './readiness';

/** How many folds a comparison will have, and the class that allows no more. */
export interface PlannedFolds {
  folds: number;
  /** Null where there are as many folds as wanted. */
  smallest: { label: ClassLabel; images: number } | null;
}

/** The folds of a comparison started now: every class needs one image in each. */
export function plannedFolds(state: Pick<AppState, 'classes' | 'images' | 'folds'>): PlannedFolds {
  const counts = countsByClass(state, ({ status }) => status.kind !== 'failed');
  const [smallest] = state.classes
    .map((label) => ({ label, images: counts.get(label.id) ?? 0 }))
    .filter(({ images }) => images >= LEAST_IMAGES)
    .sort((a, b) => a.images - b.images);
  return smallest && smallest.images < state.folds
    ? { folds: smallest.images, smallest }
    : { folds: state.folds, smallest: null };
}
