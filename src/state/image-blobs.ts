import type { ClassLabel } from './slices/types';

/** The big side of an image, which stays out of the store. */
export interface ImageBlobs {
  /** What the person gave, byte for byte. */
  file: Blob;
  /** The square that the backbone sees, losslessly encoded; null until it is decoded. */
  crop: Blob | null;
  /** `geometryKey` of what the crop was made for. */
  croppedFor: string | null;
  /** Of the file's bytes; null until it is decoded for the first time. */
  contentHash: string | null;
  /** Object URL of the crop, to be revoked with it. */
  cropUrl: string | null;
  /** The class that was made for this file and others of the same drop; null where it was there. */
  madeClass: ClassLabel | null;
}

/** An image of which nothing is known but its file. */
export function freshBlobs(file: Blob, contentHash: string | null = null): ImageBlobs {
  return { file, crop: null, croppedFor: null, contentHash, cropUrl: null, madeClass: null };
}

/** By image id. An image in the trash keeps its blobs, so that its deletion can be undone. */
export type ImageBlobsById = Map<string, ImageBlobs>;
