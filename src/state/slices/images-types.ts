import type { Failure } from '../../vocabulary/failures';

export interface ClassLabel {
  id: string;
  /** Unique among the classes; what the person typed. */
  name: string;
}

export type ImageStatus =
  | { kind: 'preparing' }
  | { kind: 'waiting' }
  | { kind: 'extracting' }
  | { kind: 'ready' }
  | { kind: 'failed'; reason: Failure };

export interface ImageItem {
  id: string;
  /** Unique among the images: the file's name, with " (2)" before its ending where two agree. */
  name: string;
  classId: string;
  status: ImageStatus;
  /** Object URL of the square crop that the encoder sees; null until it is prepared. */
  cropUrl: string | null;
}

export interface ImagesSlice {
  classes: ClassLabel[];
  images: ImageItem[];
  selectedImageId: string | null;
  /** Images that are not in the project, but that undoing or redoing an edit would bring back. */
  trash: readonly ImageItem[];
  /** Whether the pixels that tokens are made from are those of the images; null until it was asked. */
  pixels: 'exact' | 'altered' | null;
  /** True once an earlier visit's images have been looked for. */
  restored: boolean;
}
