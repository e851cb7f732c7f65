import { classInOrder, type Split } from './split';

/**
 * The same split with only `perClass` training images of every class; what is held out stays. Each
 * class's images are put into one order, by the seed and by their names, and the first of it are
 * taken: so the images of a smaller number are among those of a larger one. A class with fewer
 * images gives all that it has.
 */
export function withShots({ training, heldOut }: Split, perClass: number, seed: number): Split {
  const taken = new Set<string>();
  for (const classIndex of new Set(training.map((image) => image.classIndex))) {
    for (const { id } of classInOrder(training, classIndex, seed).slice(0, perClass)) taken.add(id);
  }
  return { training: training.filter(({ id }) => taken.has(id)), heldOut };
}
