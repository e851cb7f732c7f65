/** A raster of patches: `height × width` of them, row by row. */
export interface Grid {
  height: number;
  width: number;
}

/** The attention maps of one image: row-major (M, N), every row non-negative with sum 1. */
export interface AttentionMaps {
  imageId: string;
  queries: number;
  patches: number;
  weights: Float32Array;
}

/** A place that a query attends to. */
export interface TopPatch {
  imageId: string;
  /** Row by row. */
  patch: number;
  weight: number;
}

/** How one image's maps divide the image; formulas in `analysis/complementarity.ts`. */
export interface ImageMetrics {
  /** Mean over all pairs of queries; null for fewer than two. */
  cosine: number | null;
  /** Mean Jensen-Shannon divergence over all pairs, in bits; null for fewer than two. */
  divergence: number | null;
  /** Share of patches that some query holds, 0…1. */
  coverage: number;
  /** Entropy of each map as a share of the largest possible, 0…1, (M). */
  entropy: Float32Array;
}

/** What all maps of a head over all images have in common. */
export interface MapStatistics {
  queries: number;
  patches: number;
  imageIds: string[];
  /** In the order of `imageIds`. */
  images: ImageMetrics[];
  /** Averages over the images. */
  mean: Omit<ImageMetrics, 'entropy'> & { entropy: Float32Array };
  /** (M, M): cosine of the queries' maps, laid end to end over all images. */
  cosine: Float32Array;
  /** (M, M): Jensen-Shannon divergence in bits, averaged over all images. */
  divergence: Float32Array;
  /**
   * (M): how much each query looks at the same kind of thing in every image, by the tokens under its
   * maps; the formula stands in `analysis/same-thing.ts`. Null for one query or one image.
   */
  consistency: Float32Array | null;
  /** Per query, the heaviest first; at most one of an image. */
  topPatches: TopPatch[][];
}
