import type { Names } from '../../vocabulary/names';
import type { AppState, ClassLabel } from '../slices/types';
import { freeClassName } from './class-names';

/**
 * The class that loose files dropped anywhere on the page go to: the selected image's, else the
 * first one; a name to create one under when there is none.
 */
export function landingClass(
  { classes, images, selectedImageId }: Pick<AppState, 'classes' | 'images' | 'selectedImageId'>,
  names: Pick<Names, 'newClass'>,
): ClassLabel | { id: null; name: string } {
  const selected = images.find(({ id }) => id === selectedImageId);
  const own = classes.find(({ id }) => id === selected?.classId);
  return own ?? classes[0] ?? { id: null, name: freeClassName(classes, names) };
}
