import type { ProbeChoice } from '../../probes/choice';
import type { CurvePoint } from '../../vocabulary/heads';
import type { LabelledImage } from '../../vocabulary/images';
import type { Recipe, Setting } from '../model/recipe';
import type { KnnSettings } from './knn';
import type { TrainResult } from './train-api';

/** One probe with its settings, as a point of the comparison. */
export interface StudyEntry {
  /** Unique within a study: `ep queries=8 dOut=1`. */
  key: string;
  probe: ProbeChoice;
}

/**
 * Where the settings of a run come from. `inner`: chosen for every probe in every fold, by an inner
 * split of that fold's training images. `shared`: the same recipe for all.
 */
export type SettingsChoice = 'inner' | 'shared';

export interface CompareRequest {
  images: LabelledImage[];
  classCount: number;
  entries: StudyEntry[];
  recipe: Recipe;
  choice: SettingsChoice;
  /** Decides folds and starting weights. */
  seed: number;
  /** k of the stratified k-fold cross-validation; every class has at least that many images. */
  folds: number;
  /** How often the k folds are drawn anew. */
  repeats: number;
  /** What an earlier, cancelled run of the same study has finished, as `foldKey`s. */
  finished: string[];
}

/** One entry trained on all folds but one and tested on that one. */
export interface FoldResult {
  key: string;
  /** 0 … folds · repeats − 1. The same number means the same images for every entry. */
  fold: number;
  correct: number;
  total: number;
  /** Training alone, without evaluation and without the choice of settings. */
  milliseconds: number;
  /** Left out where nothing was chosen. */
  chosen?: Chosen;
}

/** What was chosen for a fold, on its training images alone. */
export type Chosen = { inner: InnerScore; milliseconds: number } & (
  | { kind: 'recipe'; setting: Setting }
  /** k-NN always chooses. */
  | { kind: 'knn'; setting: KnnSettings }
);

/** How a choice did on training images that were kept out of it. */
export interface InnerScore {
  correct: number;
  /** The images of the inner test; 0 where there were none to choose by. */
  total: number;
  /** Mean cross-entropy, nats. */
  loss: number;
}

/** Whether one did better on the same inner test: by images right, then by the lower loss. */
export function isBetterInside(
  a: Pick<InnerScore, 'correct' | 'loss'>,
  b: Pick<InnerScore, 'correct' | 'loss'>,
): boolean {
  return a.correct > b.correct || (a.correct === b.correct && a.loss < b.loss);
}

/** What does not depend on the images. */
export interface EntryFacts {
  key: string;
  /** Learned numbers: pooling and classifier, and pooling alone. */
  parameters: { total: number; pooling: number };
  /** Multiply-adds per image at evaluation, from the tokens on: as computed here, and as the reference computes it; null for k-NN, which compares with every image. */
  multiplyAdds: { factored: number; reference: number } | null;
}

export type CompareProgress =
  | { kind: 'facts'; facts: EntryFacts }
  | { kind: 'fold'; result: FoldResult };

/** A head of the study, brought back to be looked at: that of fold 0. Null when it is gone. */
export type OpenedHead = { result: TrainResult; curve: CurvePoint[] } | null;

export function foldKey(result: Pick<FoldResult, 'key' | 'fold'>): string {
  return `${result.fold}:${result.key}`;
}
