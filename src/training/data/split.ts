import { seededRandom, shuffled } from '../../numbers/random';
import type { LabelledImage } from '../../vocabulary/images';

export interface Split {
  training: LabelledImage[];
  heldOut: LabelledImage[];
}

/**
 * Holds out a share of every class, chosen by `seed`: at least one image of a class and never all
 * of them, so a class of one image is never held out. Names decide, not ids
 * or the order of `images`: the same images are split alike in another session.
 * @param share 0…1; at 0 nothing is held out
 */
export function stratifiedSplit(
  images: readonly LabelledImage[],
  share: number,
  seed: number,
): Split {
  const heldOut = new Set<string>();
  const classes = new Set(images.map((image) => image.classIndex));
  for (const classIndex of classes) {
    const own = classInOrder(images, classIndex, seed);
    const count =
      share > 0 ? Math.min(Math.max(1, Math.round(own.length * share)), own.length - 1) : 0;
    for (const { id } of own.slice(0, count)) heldOut.add(id);
  }
  return {
    training: images.filter((image) => !heldOut.has(image.id)),
    heldOut: images.filter((image) => heldOut.has(image.id)),
  };
}

/** The images of one class, shuffled by `seed`: the same images are in the same order in another session. */
export function classInOrder(
  images: readonly LabelledImage[],
  classIndex: number,
  seed: number,
): LabelledImage[] {
  const own = images
    .filter((image) => image.classIndex === classIndex)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return shuffled(own, seededRandom(seed * 1009 + classIndex));
}
