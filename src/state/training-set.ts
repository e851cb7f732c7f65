import { countsByClass, filmstrip } from './images-of';
import { LEAST_IMAGES } from './readiness';
import type { AppState, ClassLabel, ImageItem } from './types';

/** The images that have their tokens, in classes with enough of them. */
export interface TrainingSet {
  classes: ClassLabel[];
  images: ImageItem[];
  /** Classes with images, but too few with tokens. */
  leftOut: ClassLabel[];
}

type Images = Pick<AppState, 'classes' | 'images'>;

export function trainingSet(state: Images): TrainingSet {
  const ready = countsByClass(state, ({ status }) => status.kind === 'ready');
  const all = countsByClass(state);
  const classes = state.classes.filter(({ id }) => (ready.get(id) ?? 0) >= LEAST_IMAGES);
  const ids = new Set(classes.map(({ id }) => id));
  return {
    classes,
    images: filmstrip(state).filter(
      ({ classId, status }) => ids.has(classId) && status.kind === 'ready',
    ),
    leftOut: state.classes.filter(({ id }) => !ids.has(id) && (all.get(id) ?? 0) > 0),
  };
}

/**
 * Whether images or labels have changed since the run that is on screen, so that its numbers rest
 * on something else than what is shown. Settings don't count: they say for themselves what they are.
 */
export function isStale(state: Images & Pick<AppState, 'training'>): boolean {
  if (state.training.kind !== 'done') return false;
  const { labels } = state.training.run;
  const { images } = trainingSet(state);
  return (
    images.length !== Object.keys(labels).length ||
    images.some(({ id, classId }) => labels[id] !== classId)
  );
}
