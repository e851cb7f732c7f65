import { seededRandom, shuffled } from '../../numbers/random';
import { AppError } from '../../vocabulary/failures';
import type { LabelledImage } from '../../vocabulary/images';
import type { Split } from './split';

/**
 * Stratified k-fold cross-validation, drawn `repeats` times: within one repeat every image is held
 * out exactly once, and every class is spread evenly over the folds. Names decide, not ids or order,
 * so the same images give the same folds in another session.
 * @returns folds · repeats splits
 * @throws `class-smaller-than-folds`: such a class would be missing from some fold.
 */
export function stratifiedFolds(
  images: readonly LabelledImage[],
  folds: number,
  repeats: number,
  seed: number,
): Split[] {
  const classes = [...new Set(images.map(({ classIndex }) => classIndex))].sort((a, b) => a - b);
  return Array.from({ length: repeats }, (_, repeat) => {
    const foldOf = new Map<string, number>();
    // Each class continues where the one before stopped, so that no fold gets all the remainders.
    let assigned = 0;
    for (const classIndex of classes) {
      const own = images
        .filter((image) => image.classIndex === classIndex)
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      if (own.length < folds) {
        throw new AppError({ code: 'class-smaller-than-folds', images: own.length, folds });
      }
      const random = seededRandom((seed * 1009 + repeat) * 1009 + classIndex);
      for (const { id } of shuffled(own, random)) foldOf.set(id, assigned++ % folds);
    }
    return Array.from({ length: folds }, (_, fold) => ({
      training: images.filter(({ id }) => foldOf.get(id) !== fold),
      heldOut: images.filter(({ id }) => foldOf.get(id) === fold),
    }));
  }).flat();
}
