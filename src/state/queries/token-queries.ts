import type { FittedColours } from '../../training/questions/tokens/api';
import { QueryCache } from './query-cache';

/** What is asked of the tokens themselves, without any head: null where an image has none. */

/** The tokens of one image in the colours that all images share. */
export interface TokenPicture {
  /** RGBA, row by row over the grid: (N, 4). */
  pixels: Uint8ClampedArray<ArrayBuffer>;
  fitted: FittedColours;
}

export interface TokenSet {
  /** The backbone that made them, with its precision. */
  encoder: string;
  /** `tokensRevision` of the images: colours are fitted anew when some come or go. */
  revision: number;
}

export const tokenPictures = new QueryCache<TokenSet & { imageId: string }, TokenPicture | null>(
  ({ encoder, revision, imageId }) => `${encoder}/${revision}/${imageId}`,
  60,
);

/** Cosine of every patch of an image with one patch, of the same image or another: (N). */
export interface Likeness {
  encoder: string;
  imageId: string;
  ofImageId: string;
  patch: number;
}

/** As many as a pointer meets on its way over a few images. */
export const tokenSimilarities = new QueryCache<Likeness, Float32Array<ArrayBuffer> | null>(
  ({ encoder, imageId, ofImageId, patch }) => `${encoder}/${imageId}/${ofImageId}/${patch}`,
  600,
);
