import type { LabelledImage } from '../../vocabulary/images';
import type { Recipe } from '../model/recipe';
import type { FoldResult, StudyEntry } from './compare-api';

/** Probes on few training images: every entry, at every size, on every fold. */
export interface LowShotRequest {
  images: LabelledImage[];
  classCount: number;
  entries: StudyEntry[];
  /** Training images per class. */
  sizes: number[];
  /** Its number of epochs is fixed: the last epoch counts. */
  recipe: Recipe;
  /** Decides folds, which images are taken, and starting weights. */
  seed: number;
  folds: number;
  repeats: number;
  /** What an earlier, cancelled run of the same study has finished, as `shotKey`s. */
  finished: string[];
}

/** One entry trained on `perClass` images of every class, and tested on one fold. */
export interface ShotResult
  extends Pick<FoldResult, 'key' | 'fold' | 'correct' | 'total' | 'milliseconds'> {
  perClass: number;
}

export function shotKey(result: Pick<ShotResult, 'key' | 'fold' | 'perClass'>): string {
  return `${result.perClass}:${result.fold}:${result.key}`;
}

/** Every training of the study, in the order in which they are carried out: small sizes first. */
export function shotsInOrder({
  entries,
  sizes,
  folds,
  repeats,
}: {
  entries: readonly StudyEntry[];
  sizes: readonly number[];
  folds: number;
  repeats: number;
}): { entry: StudyEntry; perClass: number; fold: number }[] {
  return sizes.flatMap((perClass) =>
    entries.flatMap((entry) =>
      Array.from({ length: folds * repeats }, (_, fold) => ({ entry, perClass, fold })),
    ),
  );
}
