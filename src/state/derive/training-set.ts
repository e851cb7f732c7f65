import type { AppState, ClassLabel, ImageItem } from '../slices/types';
import { countsByClass, filmstrip } from './images-of';
import { LEAST_IMAGES } from './readiness';

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
  return state.training.kind === 'done' && haveChanged(state, state.training.run.labels);
}

/** How many images the run on screen was trained on, where none of them is left; else null. */
export function imagesGone({
  images,
  training,
}: Pick<AppState, 'images' | 'training'>): number | null {
  return training.kind === 'done' ? allGone(images, training.run.labels) : null;
}

/** `isStale` for the comparison that is on screen. */
export function isStudyStale(state: Images & Pick<AppState, 'study'>): boolean {
  const { study: status } = state;
  const study = status.kind === 'idle' ? null : status.study;
  return study !== null && haveChanged(state, study.labels);
}

/** Whether a comparison is under way, or has left something to look at. */
export function hasComparison({
  study,
  comparison,
  backboneStudies,
  lowShot,
}: Pick<AppState, 'study' | 'comparison' | 'backboneStudies' | 'lowShot'>): boolean {
  const compared = Object.keys(backboneStudies).length > 0;
  return [study, comparison, lowShot].some(({ kind }) => kind !== 'idle') || compared;
}

/** `imagesGone` for the comparison that is on screen. */
export function studyImagesGone({ images, study }: Pick<AppState, 'images' | 'study'>) {
  return study.kind === 'idle' || !study.study ? null : allGone(images, study.study.labels);
}

function allGone(
  images: AppState['images'],
  labels: Readonly<Record<string, string>>,
): number | null {
  return images.some(({ id }) => Object.hasOwn(labels, id)) ? null : Object.keys(labels).length;
}

/**
 * Whether the images with tokens, or their classes, are others than then.
 * @param labels the class of every image then, by image id
 */
export function haveChanged(state: Images, labels: Readonly<Record<string, string>>): boolean {
  const { images } = trainingSet(state);
  return (
    images.length !== Object.keys(labels).length ||
    images.some(({ id, classId }) => labels[id] !== classId)
  );
}
