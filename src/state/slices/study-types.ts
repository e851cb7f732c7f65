import type { Precision } from '../../backbones/backbone';
import type { StudyRemark } from '../../study/plan';
import type { Recipe } from '../../training/model/recipe';
import type {
  EntryFacts,
  FoldResult,
  SettingsChoice,
  StudyEntry,
} from '../../training/run/compare-api';
import type { Failure } from '../../vocabulary/failures';
import type { ClassLabel } from './images-types';

/** A comparison of probes on the person's images, as far as it has come. */
export interface Study {
  entries: readonly StudyEntry[];
  facts: Readonly<Record<string, EntryFacts>>;
  results: readonly FoldResult[];
  folds: number;
  repeats: number;
  seed: number;
  recipe: Recipe;
  /** Where the settings of its runs come from. */
  choice: SettingsChoice;
  backboneId: string;
  precision: Precision;
  classes: readonly ClassLabel[];
  /** The class of every image of the study, by image id. */
  labels: Readonly<Record<string, string>>;
  /** What is to be known beside its numbers. */
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
  /** Keys of the entries that the next study compares; `study/study-entries.ts` lists all there are. */
  ticked: readonly string[];
  /** The most folds wanted; fewer are used when a class is small. */
  folds: number;
  repeats: number;
  /** Where the next study's runs have their settings from. */
  settingsChoice: SettingsChoice;
  study: StudyStatus;
  /**
   * The entry whose head the inspector shows (`EARLIER_STUDY` for one of a comparison before the
   * present one), null when it is that of Train.
   */
  openedKey: string | null;
  /** The entry whose head has been asked for and is on its way. */
  openingKey: string | null;
}
