import type { LabelledImage } from '../vocabulary/images';

/** Images with the place of their class among `classes`; those of no such class are left out. */
export function labelledImages(
  images: readonly { id: string; name: string; classId: string }[],
  classes: readonly { id: string }[],
): LabelledImage[] {
  const rank = new Map(classes.map(({ id }, index) => [id, index]));
  return images.flatMap(({ id, name, classId }) => {
    const classIndex = rank.get(classId);
    return classIndex === undefined ? [] : [{ id, name, classIndex }];
  });
}
