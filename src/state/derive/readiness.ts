import type { AppState, BackboneChoice, ClassLabel } from '../slices/types';
import { countsByClass, isPending } from './images-of';

/** Why training or a comparison can't be started, as a code with facts; `messages/` has the words. */
export type ReadinessReason =
  | { code: 'training-running' | 'training-queued' | 'study-running' | 'backbone-failed' }
  /** Extraction was stopped, and not enough images have their tokens. */
  | { code: 'few-tokens' }
  | { code: 'class-too-small'; className: string }
  | { code: 'one-class' | 'no-classes' }
  /** Of comparisons alone. */
  | { code: 'study-under-way' | 'comparison-under-way' | 'no-backbone-chosen' }
  /** Of a low-shot study: every fold leaves this class so many `images` to train on. */
  | { code: 'too-few-shots'; className: string; images: number };

/** What is worth knowing before it is started. */
export type ReadinessNote =
  /** Its tokens are made from pixels that a protection against fingerprinting changed. */
  | { code: 'pixels-altered' }
  | { code: 'classes-left-out'; classNames: readonly string[] }
  /** Extraction was stopped: only the images that have their tokens take part. */
  | { code: 'only-with-tokens' }
  /** It begins when every image has its tokens. */
  | { code: 'waits-for-tokens' };

/** Whether something can be started, and what to say beside its button. */
export type Readiness =
  | { ready: true; note: ReadinessNote | null }
  | { ready: false; reason: ReadinessReason };

/** A class takes part in training from this many images on: one to learn from, one to hold out. */
export const LEAST_IMAGES = 2;

type Input = Pick<
  AppState,
  'classes' | 'images' | 'pixels' | 'extraction' | 'deviceStatus' | 'training' | 'study' | 'lowShot'
>;

/** Whether Train can be pressed. */
export function readiness(state: Input): Readiness {
  const { training, deviceStatus, extraction } = state;
  if (training.kind === 'running') return no({ code: 'training-running' });
  if (training.kind === 'queued') return no({ code: 'training-queued' });
  if ([state.study, state.lowShot].some(({ kind }) => kind === 'running'))
    return no({ code: 'study-running' });
  if (deviceStatus.kind === 'failed') return no({ code: 'backbone-failed' });

  const stopped = extraction.kind === 'cancelled';
  const counts = countsByClass(state, (image) =>
    stopped ? image.status.kind === 'ready' : image.status.kind !== 'failed',
  );
  const count = ({ id }: ClassLabel) => counts.get(id) ?? 0;
  const filled = state.classes.filter((label) => count(label) > 0);
  const trainable = filled.filter((label) => count(label) >= LEAST_IMAGES);
  const short = filled.filter((label) => count(label) < LEAST_IMAGES);

  if (trainable.length >= 2) return { ready: true, note: note(state, short) };
  if (stopped && state.images.some(isPending)) return no({ code: 'few-tokens' });
  const [first] = short;
  if (filled.length >= 2 && first) return no({ code: 'class-too-small', className: first.name });
  if (filled.length === 1) return no({ code: 'one-class' });
  return no({ code: 'no-classes' });
}

/** Whether a comparison can be started. */
export function studyReadiness(state: Input): Readiness {
  const isUnderWay = ({ kind }: { kind: string }) => kind === 'running' || kind === 'queued';
  if ([state.study, state.lowShot].some(isUnderWay)) {
    return { ready: false, reason: { code: 'study-under-way' } };
  }
  // A training run that is under way is waited for.
  const idle = { kind: 'idle' } as const;
  return readiness({ ...state, training: idle, study: idle });
}

/** Whether these backbones can be compared now. */
export function comparisonReadiness(
  state: Input & Pick<AppState, 'comparison'>,
  backbones: readonly BackboneChoice[],
): Readiness {
  if (state.comparison.kind === 'running') {
    return { ready: false, reason: { code: 'comparison-under-way' } };
  }
  if (backbones.length === 0) return { ready: false, reason: { code: 'no-backbone-chosen' } };
  return studyReadiness(state);
}

function note(
  { extraction, images, pixels }: Input,
  short: readonly ClassLabel[],
): ReadinessNote | null {
  if (pixels === 'altered') return { code: 'pixels-altered' };
  if (short.length > 0) {
    return { code: 'classes-left-out', classNames: short.map(({ name }) => name) };
  }
  if (!images.some(isPending)) return null;
  return { code: extraction.kind === 'cancelled' ? 'only-with-tokens' : 'waits-for-tokens' };
}

function no(reason: ReadinessReason): Readiness {
  return { ready: false, reason };
}
