import type { ProbeChoice } from '../../probes/choice';
import type { CurvePoint } from '../../vocabulary/heads';
import type { LabelledImage } from '../../vocabulary/images';
import type { Recipe } from '../model/recipe';
import type { TrainResult } from './train-api';

/** One probe with its settings, as a point of the comparison. */
export interface StudyEntry {
  /** Unique within a study: `ep queries=8 dOut=1`. */
  key: string;
  probe: ProbeChoice;
}

export interface CompareRequest {
  images: LabelledImage[];
  classCount: number;
  entries: StudyEntry[];
  recipe: Recipe;
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
  /** Training alone, without evaluation. */
  milliseconds: number;
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
