import type { LabelledImage } from '../vocabulary/images';

/** What is to be known of a study beside its numbers. */
export type StudyRemark =
  /** `smallest` class, of so many `images`, allows no more folds. */
  | { code: 'fewer-folds'; folds: number; wanted: number; smallest: string; images: number }
  /** `classes` have fewer than two images with tokens. */
  | { code: 'left-out'; classes: readonly string[] }
  /** The browser alters the pixels that a page reads back. */
  | { code: 'altered-pixels' };

/** The index of every class in the order given, by class id. */
export function classIndices(classes: readonly { id: string }[]): Map<string, number> {
  return new Map(classes.map(({ id }, index) => [id, index]));
}

/** Images as the trainer takes them: each with the index of its class. Those of other classes are left out. */
export function labelledImages(
  images: readonly { id: string; name: string; classId: string }[],
  classes: readonly { id: string }[],
): LabelledImage[] {
  const indices = classIndices(classes);
  return images.flatMap(({ id, name, classId }) => {
    const classIndex = indices.get(classId);
    return classIndex === undefined ? [] : [{ id, name, classIndex }];
  });
}

/**
 * The images of a study that are still there, as the trainer takes them: with the labels that they had
 * when it was planned.
 */
export function imagesOfStudy(
  images: readonly { id: string; name: string }[],
  {
    labels,
    classes,
  }: { labels: Readonly<Record<string, string>>; classes: readonly { id: string }[] },
): LabelledImage[] {
  const labelled = images.flatMap(({ id, name }) => {
    const classId = labels[id];
    return classId === undefined ? [] : [{ id, name, classId }];
  });
  return labelledImages(labelled, classes);
}

/** How many folds a study has, and the class that allows no more. */
export interface FoldPlan<Label> {
  folds: number;
  /** Null where there are as many folds as wanted. */
  smallest: { label: Label; images: number } | null;
}

/**
 * Every class needs an image in every fold, so there are at most as many folds as the smallest class
 * has images.
 * @param classes those that take part, with their numbers of images
 */
export function planFolds<Label>(
  classes: readonly { label: Label; images: number }[],
  wanted: number,
): FoldPlan<Label> {
  const [smallest] = classes.toSorted((a, b) => a.images - b.images);
  return smallest && smallest.images < wanted
    ? { folds: smallest.images, smallest }
    : { folds: wanted, smallest: null };
}
