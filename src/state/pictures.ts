/** The big side of an image, which stays out of the store. */
export interface ImageData {
  /** What the person gave, byte for byte. */
  file: Blob;
  /** The square that the backbone sees, losslessly encoded; null until it is prepared. */
  crop: Blob | null;
  /** `geometryKey` of what the crop was made for. */
  croppedFor: string | null;
  /** Of the file's bytes; null until it is prepared for the first time. */
  contentHash: string | null;
  /** Object URL of the crop, to be revoked with it. */
  cropUrl: string | null;
}

/** A picture of which nothing is known but its file. */
export function freshPicture(file: Blob, contentHash: string | null = null): ImageData {
  return { file, crop: null, croppedFor: null, contentHash, cropUrl: null };
}

/** By image id. An image in the trash keeps its picture, so that its deletion can be undone. */
export const pictures = new Map<string, ImageData>();
