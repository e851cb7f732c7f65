import type { AppState } from '../slices/types';
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

function selectionAfter(content: Content, doomed: ReadonlySet<string>): string | null {
  const { selectedImageId } = content;
  if (selectedImageId === null || !doomed.has(selectedImageId)) return selectedImageId;
  const strip = filmstrip(content).map(({ id }) => id);
  const at = strip.indexOf(selectedImageId);
  const stays = (id: string) => !doomed.has(id);
  return strip.slice(at).find(stays) ?? strip.slice(0, at).findLast(stays) ?? null;
}
