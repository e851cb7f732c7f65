import type { AppState, ClassLabel, Readiness } from '../slices/types';
import { countsByClass, isPending } from './images-of';

/** A class takes part in training from this many images on: one to learn from, one to hold out. */
export const LEAST_IMAGES = 2;

type Input = Pick<
  AppState,
  'classes' | 'images' | 'extraction' | 'deviceStatus' | 'training' | 'study'
>;

/** Whether Train can be pressed, with the sentence that stands beside it. */
export function readiness(state: Input): Readiness {
  const { training, deviceStatus, extraction } = state;
  if (training.kind === 'running') return no('Training is running.');
  if (training.kind === 'queued') return no('Training starts when every image has its tokens.');
  if (state.study.kind === 'running') {
    return no('The comparison is running. Cancel it to train: what is finished stays.');
  }
  if (deviceStatus.kind === 'failed') return no('The backbone is not running: try it again first.');

  const stopped = extraction.kind === 'cancelled';
  const counts = countsByClass(state, (image) =>
    stopped ? image.status.kind === 'ready' : image.status.kind !== 'failed',
  );
  const count = ({ id }: ClassLabel) => counts.get(id) ?? 0;
  const filled = state.classes.filter((label) => count(label) > 0);
  const trainable = filled.filter((label) => count(label) >= LEAST_IMAGES);
  const short = filled.filter((label) => count(label) < LEAST_IMAGES);

  if (trainable.length >= 2) return { ready: true, note: note(state, short) };
  if (stopped && state.images.some(isPending)) {
    return no('Too few images have their tokens: resume the extraction first.');
  }
  const [first] = short;
  if (filled.length >= 2 && first) return no(`Each class needs two images: ${first.name} has one.`);
  if (filled.length === 1) return no('Add images to a second class to train.');
  return no('Add images to two classes to train.');
}

function note({ extraction, images }: Input, short: readonly ClassLabel[]): string | null {
  if (short.length > 0) {
    const names = short.map(({ name }) => name).join(', ');
    return `Left out, with one image only: ${names}.`;
  }
  if (!images.some(isPending)) return null;
  return extraction.kind === 'cancelled'
    ? 'Only the images that have their tokens take part.'
    : 'Training starts when every image has its tokens.';
}

function no(reason: string): Readiness {
  return { ready: false, reason };
}
