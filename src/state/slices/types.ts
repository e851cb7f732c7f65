import type { Precision } from '../../backbones/backbone';
import type { Drawing } from '../../figures/maps/opacity';
import type { ProbeChoice } from '../../probes/choice';
import type { StudyRemark } from '../../study/plan';
import type { Recipe } from '../../training/model/recipe';
import type { EntryFacts, FoldResult, StudyEntry } from '../../training/run/compare-api';
import type { TrainResult } from '../../training/run/train-api';
import type { Failure } from '../../vocabulary/failures';
import type { CurvePoint, Prediction } from '../../vocabulary/heads';
import type { Notice, Subject } from '../../vocabulary/notices';
import type { ComparisonSlice } from './comparison-types';
import type { EncoderSlice } from './encoder-types';

export type * from './comparison-types';
export type * from './encoder-types';

/**
 * Everything the page shows, as small serialisable values. Pixels, tokens, weights and maps live
 * elsewhere (object URLs, workers, `panes.ts`, `inspect-answers.ts`).
 */

export interface ClassLabel {
  id: string;
  /** Unique among the classes; what the person typed. */
  name: string;
}

export type ImageStatus =
  | { kind: 'preparing' }
  | { kind: 'waiting' }
  | { kind: 'extracting' }
  | { kind: 'ready' }
  | { kind: 'failed'; reason: Failure };

export interface ImageItem {
  id: string;
  /** Unique among the images: the file's name, with " (2)" before its ending where two agree. */
  name: string;
  classId: string;
  status: ImageStatus;
  /** Object URL of the square crop that the encoder sees; null until it is prepared. */
  cropUrl: string | null;
}

export interface Message {
  id: number;
  severity: 'error' | 'note';
  subject: Subject;
  /** What happened; `messages/` says it, and what to do. */
  what: Notice;
  /** A button that the message offers. */
  action: 'undo' | 'retry' | null;
}

/** What the last deletion took away, until it is undone or forgotten. */
export interface Trash {
  /** Everything as it was before the deletion. */
  classes: ClassLabel[];
  images: ImageItem[];
  selectedImageId: string | null;
  /** The message that offers to undo; when it goes, the trash goes. */
  messageId: number;
}

export interface ImagesSlice {
  classes: ClassLabel[];
  images: ImageItem[];
  selectedImageId: string | null;
  trash: Trash | null;
  /** True once an earlier visit's images have been looked for. */
  restored: boolean;
}

export interface MessagesSlice {
  messages: Message[];
}

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
}

export interface TrainingSlice {
  probe: ProbeChoice;
  recipe: Recipe;
  seed: number;
  heldOutShare: number;
  training: TrainingStatus;
}

/** A comparison of probes on the person's images, as far as it has come. */
export interface Study {
  entries: readonly StudyEntry[];
  facts: Readonly<Record<string, EntryFacts>>;
  results: readonly FoldResult[];
  folds: number;
  repeats: number;
  seed: number;
  recipe: Recipe;
  backboneId: string;
  precision: Precision;
  classes: readonly ClassLabel[];
  /** The class of every image of the study, by image id. */
  labels: Readonly<Record<string, string>>;
  /** What was done about small classes. */
  remarks: readonly StudyRemark[];
}

export type StudyStatus =
  | { kind: 'idle' }
  /** Waits for tokens, or for a training run to end. `study` is what is to be resumed, null for a new one. */
  | { kind: 'queued'; study: Study | null }
  | { kind: 'running'; study: Study; current: { key: string; fold: number } | null }
  /** Cancelled, or lost with its worker: what is finished is kept and can be resumed. */
  | { kind: 'paused'; study: Study; reason: Failure | null }
  | { kind: 'done'; study: Study };

export interface StudySlice {
  /** Keys of the entries that the next study compares; `state/study-entries.ts` lists all there are. */
  ticked: readonly string[];
  /** The most folds wanted; fewer are used when a class is small. */
  folds: number;
  repeats: number;
  study: StudyStatus;
  /**
   * The entry whose head the inspector shows (`EARLIER_STUDY` for one of a comparison before the
   * present one), null when it is that of Train.
   */
  openedKey: string | null;
  /** The entry whose head has been asked for and is on its way. */
  openingKey: string | null;
}

/** A head that the trainer worker still holds, with what is known of it. */
export interface HeadRecord {
  run: TrainedRun;
  curve: CurvePoint[];
  predictions: Readonly<Record<string, Prediction>>;
  /** Its entry where it comes from a comparison (`EARLIER_STUDY` before the present one), else null. */
  studyKey: string | null;
}

/** What is seen beside the selected image under the head on show. */
export type Beside = { kind: 'image'; imageId: string } | { kind: 'head'; headId: string };

export interface InspectorSlice {
  /** The last shown first, the one on show among them; empty when the worker is gone. */
  heads: readonly HeadRecord[];
  /** The snapshot of the head's training that is on show; null for the head that was kept. */
  epoch: number | null;
  /** What lies over the photo; `tokens` is the backbone's own view, without any head. */
  layer: 'attention' | 'evidence' | 'tokens';
  /** The class that evidence speaks for; null for the one that the head predicts. */
  evidenceClassId: string | null;
  /** The class that it is weighed against; null for none. */
  againstClassId: string | null;
  drawing: Drawing;
  beside: Beside | null;
  /** The query that is seen on all images. */
  query: number;
  /** Groups into which more than eight queries are put. */
  groups: number;
}

export type AppState = ImagesSlice &
  MessagesSlice &
  EncoderSlice &
  TrainingSlice &
  StudySlice &
  ComparisonSlice &
  InspectorSlice;
