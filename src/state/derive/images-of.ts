import { classIndices } from '../../study/plan';
import type { AppState, ImageItem } from '../slices/types';

/** Only read, so that a list that is only shown will do. */
interface Images {
  classes: AppState['classes'];
  images: readonly ImageItem[];
}

/** Whether an image still waits for its tokens. */
export function isPending({ status }: ImageItem): boolean {
  return status.kind === 'preparing' || status.kind === 'waiting' || status.kind === 'extracting';
}

/** Whether every image has the tokens that it will have: none waits, or making them was stopped. */
export function isExtracted({
  images,
  extraction,
}: Pick<AppState, 'images' | 'extraction'>): boolean {
  return extraction.kind === 'cancelled' || !images.some(isPending);
}

/** The class of every image, by image id. */
export function labelsById(images: readonly ImageItem[]): Record<string, string> {
  return Object.fromEntries(images.map(({ id, classId }) => [id, classId]));
}

/** The images in the order of the filmstrip: class by class, in the order they came. */
export function filmstrip({ classes, images }: Images): ImageItem[] {
  const indices = classIndices(classes);
  const place = ({ classId }: ImageItem) => indices.get(classId) ?? classes.length;
  return images.toSorted((a, b) => place(a) - place(b));
}

export function imagesOfClass({ images }: Pick<Images, 'images'>, classId: string): ImageItem[] {
  return images.filter((image) => image.classId === classId);
}

/** How many images each class has, by class id; classes without one are 0. */
export function countsByClass(
  { classes, images }: Images,
  counted: (image: ImageItem) => boolean = () => true,
): Map<string, number> {
  const counts = new Map(classes.map(({ id }) => [id, 0]));
  for (const image of images) {
    if (counted(image)) counts.set(image.classId, (counts.get(image.classId) ?? 0) + 1);
  }
  return counts;
}
