import { seededRandom, shuffled } from '../../numbers/random';
import type { LabelledImage } from '../../vocabulary/images';
import type { Split } from './split';

/**
 * The same split with only `perClass` training images of every class; what is held out stays. Each
 * class's images are put into one order, by the seed and by their names, and the first of it are
 * taken: so the images of a smaller number are among those of a larger one. A class with fewer
 * images gives all that it has.
 */
export function withShots({ training, heldOut }: Split, perClass: number, seed: number): Split {
  const taken = new Set<string>();
  for (const classIndex of new Set(training.map((image) => image.classIndex))) {
    for (const { id } of inOrder(training, classIndex, seed).slice(0, perClass)) taken.add(id);
  }
  return { training: training.filter(({ id }) => taken.has(id)), heldOut };
}

function inOrder(images: readonly LabelledImage[], classIndex: number, seed: number) {
  const own = images
    .filter((image) => image.classIndex === classIndex)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return shuffled(own, seededRandom(seed * 1009 + classIndex));
}
