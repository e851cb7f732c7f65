import { memoiseByObject } from '../../numbers/memoise';
import { argmax } from '../../numbers/vectors';
import type { ClassLabel, TrainedRun, TrainingStatus } from '../../state/slices/types';
import type { Prediction } from '../../vocabulary/heads';
import { useAppState } from './use-app';

/** What the trained head says about one image. */
export interface PredictionVerdict {
  /** What the image was in the run; `new` when it came later. */
  part: 'heldOut' | 'training' | 'new';
  /** The predicted class, and its probability. */
  classId: string;
  probability: number;
  /** Per class of the run, 0…1. */
  probabilities: readonly number[];
}

type Done = Extract<TrainingStatus, { kind: 'done' }>;
type Verdicts = ReadonlyMap<string, PredictionVerdict>;

const NONE: ReadonlyMap<string, PredictionVerdict> = new Map();

/** The finished run on screen; null while there is none. */
export function useRun(): TrainedRun | null {
  return useAppState((state) => (state.training.kind === 'done' ? state.training.run : null));
}

/** The classes of a run, in the order of its predictions, by the names that they have now. */
export function useRunClasses(run: TrainedRun): ClassLabel[] {
  const classes = useAppState((state) => state.classes);
  return run.classes.map((then) => classes.find(({ id }) => id === then.id) ?? then);
}

/** What the trained head says about every image, by image id; empty before training. */
export function useVerdicts(): Verdicts {
  return useAppState((state) =>
    state.training.kind === 'done' ? verdictsOf(state.training) : NONE,
  );
}

/** The same map for the same training, so that nothing renders in vain. */
const verdictsOf = memoiseByObject(({ run, predictions }: Done): Verdicts => {
  const heldOut = new Set(run.result.heldOutIds);
  const verdicts = new Map<string, PredictionVerdict>();
  for (const prediction of Object.values(predictions)) {
    const verdict = verdictOf(run, heldOut, prediction);
    if (verdict) verdicts.set(prediction.imageId, verdict);
  }
  return verdicts;
});

/** What a prediction of the run's head comes to; null for one of no classes. */
export function verdictOf(
  run: TrainedRun,
  heldOut: ReadonlySet<string>,
  { imageId, probabilities }: Prediction,
): PredictionVerdict | null {
  const best = argmax(probabilities);
  const label = run.classes[best];
  if (!label) return null;
  const learned = run.labels[imageId] === undefined ? 'new' : 'training';
  return {
    part: heldOut.has(imageId) ? 'heldOut' : learned,
    classId: label.id,
    probability: probabilities[best] ?? 0,
    probabilities,
  };
}
