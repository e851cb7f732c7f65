import type { Call } from '../../../bridge/messages';

/** How far the colours of a set of images tell its tokens apart. */
export interface FittedColours {
  images: number;
  /** Share of the tokens' variance that red, green and blue show each, 0…1. */
  shares: [number, number, number];
}

/** The backbone's own view, without any head. All give null where an image has no tokens. */
export type TokenCalls = {
  /**
   * Fits the colours to these images; the ones without tokens are left out. From then on all images
   * share them, so that a colour means the same everywhere. Null when none has tokens.
   */
  fitColours: Call<{ imageIds: string[] }, FittedColours | null>;
  /** Patches of one image in those colours: RGBA, opaque, (N, 4). Null too before the first fit. */
  tokenColours: Call<{ imageId: string }, Uint8ClampedArray<ArrayBuffer> | null>;
  /** Cosine of every patch of `imageId` with one patch of `ofImageId`, often the same image: (N). */
  tokenSimilarity: Call<
    { imageId: string; ofImageId: string; patch: number },
    Float32Array<ArrayBuffer> | null
  >;
};
