import type { ProbeChoice } from '../../probes/choice';
import type { Recipe } from '../../training/model/recipe';
import type { TrainResult } from '../../training/run/train-api';
import type { Failure } from '../../vocabulary/failures';
import type { CurvePoint, Prediction } from '../../vocabulary/heads';
import type { ClassLabel } from './images-types';

export type TrainingStatus =
  | { kind: 'idle' }
  /** Train was pressed while images still wait for their tokens. */
  | { kind: 'queued' }
  /** `stopping` from the press of Stop until the worker has answered. */
  | { kind: 'running'; epochs: number; curve: CurvePoint[]; stopping: boolean }
  /** `predictions` by image id: those of the run and those of images that came after it. */
  | {
      kind: 'done';
      run: TrainedRun;
      curve: CurvePoint[];
      predictions: Readonly<Record<string, Prediction>>;
    }
  | { kind: 'failed'; reason: Failure };

/** A finished training run and what it was run with. */
export interface TrainedRun {
  probe: ProbeChoice;
  recipe: Recipe;
  backboneId: string;
  /** The classes of the run, with the names of then; predictions are in this order. */
  classes: ClassLabel[];
  /** The class of every image of the run, by image id. */
  labels: Readonly<Record<string, string>>;
  result: TrainResult;
  /** The pixels that it learnt from were not those of the images. */
  onAlteredPixels: boolean;
}

export interface TrainingSlice {
  probe: ProbeChoice;
  recipe: Recipe;
  seed: number;
  heldOutShare: number;
  training: TrainingStatus;
}

/** A head that the trainer worker still holds, with what is known of it. */
export interface HeadRecord {
  run: TrainedRun;
  curve: CurvePoint[];
  predictions: Readonly<Record<string, Prediction>>;
  /** Its entry where it comes from a comparison (`EARLIER_STUDY` before the present one), else null. */
  studyKey: string | null;
}
