/** The big side of an image, which stays out of the store. */
export interface Picture {
  /** What the person gave, byte for byte. */
  file: Blob;
  /** The square that the backbone sees, losslessly encoded; null until it is prepared. */
  crop: Blob | null;
  /** Of the file's bytes; null until it is prepared. */
  contentHash: string | null;
  /** Object URL of the crop, to be revoked with it. */
  cropUrl: string | null;
}

/** By image id. An image in the trash keeps its picture, so that its deletion can be undone. */
export const pictures = new Map<string, Picture>();
