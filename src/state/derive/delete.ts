import type { AppState, ClassLabel } from '../slices/types';
import { filmstrip } from './images-of';

type Content = Pick<AppState, 'classes' | 'images' | 'selectedImageId'>;

/**
 * The project without the images that `doomed` names. When the selected image goes, the next one in
 * the filmstrip that stays is selected, else the one before.
 */
export function withoutImages(
  { classes, images, selectedImageId }: Content,
  doomed: ReadonlySet<string>,
): Content {
  return {
    classes,
    images: images.filter(({ id }) => !doomed.has(id)),
    selectedImageId: selectionAfter({ classes, images, selectedImageId }, doomed),
  };
}

/**
 * The project without a class that was made for files of which none was taken. One that has been
 * renamed since is the person's own.
 */
export function withoutEmptied(content: Content, made: ClassLabel | null): Content {
  const { classes, images } = content;
  if (!made || images.some(({ classId }) => classId === made.id)) return content;
  return {
    ...content,
    classes: classes.filter(({ id, name }) => id !== made.id || name !== made.name),
  };
}

function selectionAfter(content: Content, doomed: ReadonlySet<string>): string | null {
  const { selectedImageId } = content;
  if (selectedImageId === null || !doomed.has(selectedImageId)) return selectedImageId;
  const strip = filmstrip(content).map(({ id }) => id);
  const at = strip.indexOf(selectedImageId);
  const stays = (id: string) => !doomed.has(id);
  return strip.slice(at).find(stays) ?? strip.slice(0, at).findLast(stays) ?? null;
}
