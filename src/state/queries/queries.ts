import type { FittedColours } from '../../training/questions/tokens/api';
import type { Importance } from '../../vocabulary/evidence';
import type { HeadRef, Prediction } from '../../vocabulary/heads';
import type { LabelledImage } from '../../vocabulary/images';
import type { AttentionMaps, MapStatistics } from '../../vocabulary/maps';
import type { QueryCache } from './query-cache';

/** How far something has come that goes through many images. */
export interface Count {
  done: number;
  total: number;
}

export interface OverImages {
  head: HeadRef;
  /** `tokensRevision` of the images, so that new ones are not missed. */
  revision: number;
}

/** Numbers of several images, row by row in the order of `imageIds`. */
export interface ImageRows {
  imageIds: string[];
  weights: Float32Array;
}

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

/** One patch, of the same image or another, that every patch of an image is compared with. */
export interface Likeness {
  encoder: string;
  imageId: string;
  ofImageId: string;
  patch: number;
}

/**
 * The large answers of the trainer's worker, kept while they may be shown again. Of a head: null where
 * it is gone or has nothing to say. Of tokens: null where an image has none.
 */
export interface Queries {
  mapStatistics: QueryCache<OverImages, MapStatistics | null, Count>;
  /** It rests on the images of the run alone, whatever came later. */
  importances: QueryCache<HeadRef, Importance | null, Count>;
  queryEvidences: QueryCache<
    OverImages & { images: readonly LabelledImage[] },
    ImageRows | null,
    Count
  >;
  /** Maps of one query for a screenful of images. */
  queryMaps: QueryCache<
    OverImages & { query: number; imageIds: readonly string[] },
    ImageRows | null
  >;
  /** What a head sees in one image, where several are looked at. */
  inspections: QueryCache<
    OverImages & { imageId: string },
    { maps: AttentionMaps | null; prediction: Prediction } | null
  >;
  tokenPictures: QueryCache<TokenSet & { imageId: string }, TokenPicture | null>;
  /** Cosines, (N), with what they were asked for. */
  tokenSimilarities: QueryCache<
    Likeness,
    { of: Likeness; values: Float32Array<ArrayBuffer> } | null
  >;
}
