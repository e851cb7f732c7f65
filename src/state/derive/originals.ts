import type { ImageBlobsById } from '../image-blobs';
import type { AppState } from '../slices/types';

/** An image of the project as the person gave it. */
export interface Original {
  /** Unique among the images. */
  name: string;
  className: string;
  file: Blob;
}

/** Every image that is in a class, in the order of the classes. */
export function originalsOf(
  { classes, images }: Pick<AppState, 'classes' | 'images'>,
  blobs: ImageBlobsById,
): Original[] {
  return classes.flatMap(({ id: classId, name: className }) =>
    images
      .filter((image) => image.classId === classId)
      .flatMap(({ id, name }) => {
        const file = blobs.get(id)?.file;
        return file ? [{ name, className, file }] : [];
      }),
  );
}
