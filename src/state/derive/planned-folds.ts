import { type FoldPlan, planFolds } from '../../study/plan';
import type { AppState, ClassLabel } from '../slices/types';
import { countsByClass } from './images-of';
import { LEAST_IMAGES } from './readiness';

/** The folds of a comparison started now; images that wait for their tokens count. */
export function plannedFolds(
  state: Pick<AppState, 'classes' | 'images' | 'folds'>,
): FoldPlan<ClassLabel> {
  const counts = countsByClass(state, ({ status }) => status.kind !== 'failed');
  const classes = state.classes
    .map((label) => ({ label, images: counts.get(label.id) ?? 0 }))
    .filter(({ images }) => images >= LEAST_IMAGES);
  return planFolds(classes, state.folds);
}
