/** At how many training images per class a low-shot study measures. */
export interface ShotPlan<Label> {
  /** Ascending: 2, 4, 8, …; empty where no fold leaves every class two. */
  sizes: number[];
  /** The smallest class, and how many of its images every fold leaves to train on. */
  ceiling: { label: Label; images: number };
}

/** From this share above the last power of two on, the most that there is is a size of its own. */
const WORTH_ADDING = 1.5;

/**
 * Powers of two from 2 up to what every class can fill in every fold, and last what there is where
 * that is clearly more. Of n images in k folds the fullest fold holds out ⌈n / k⌉.
 * @param classes those that take part, at least one, with their numbers of images
 */
export function planShots<Label>(
  classes: readonly { label: Label; images: number }[],
  folds: number,
): ShotPlan<Label> | null {
  const [smallest] = classes.toSorted((a, b) => a.images - b.images);
  if (!smallest) return null;
  const most = smallest.images - Math.ceil(smallest.images / folds);
  const sizes: number[] = [];
  for (let size = 2; size <= most; size *= 2) sizes.push(size);
  if (most >= WORTH_ADDING * (sizes.at(-1) ?? Number.POSITIVE_INFINITY)) sizes.push(most);
  return { sizes, ceiling: { label: smallest.label, images: most } };
}
