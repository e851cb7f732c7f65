import type { ImageMetrics, MapStatistics } from '../vocabulary/maps';
import { ProgrammingError } from '../vocabulary/programming-error';
import { complementarity, type MapComplementarity } from './complementarity';
import { cosineOfGram } from './gram';
import { SameThing } from './same-thing';
import { TopPatchCollector } from './top-patches';

/** Accumulates the statistics of all maps of a head, one image at a time. */
export class MapStatisticsCollector {
  private readonly imageIds: string[] = [];
  private readonly images: ImageMetrics[] = [];
  private readonly products: Float64Array;
  private readonly divergence: Float64Array;
  private readonly sameThing: SameThing;
  private readonly top: TopPatchCollector;

  /** @param deviation of each channel of the tokens over all images, (D) */
  constructor(
    private readonly queries: number,
    private readonly patches: number,
    deviation: Float64Array,
  ) {
    this.sameThing = new SameThing(queries, deviation);
    this.products = new Float64Array(queries * queries);
    this.divergence = new Float64Array(queries * queries);
    this.top = new TopPatchCollector(queries);
  }

  /**
   * Adds the maps (M, N) and the patches' tokens (N, D) of one more image; they are not referred to
   * afterwards.
   * @throws `ProgrammingError` when the number of weights is not M·N.
   */
  add(imageId: string, maps: Float32Array, tokens: Float32Array): void {
    if (maps.length !== this.queries * this.patches) {
      throw new ProgrammingError(
        `These maps hold ${maps.length} weights; ${this.queries} queries over ${this.patches} patches have ${this.queries * this.patches}.`,
      );
    }
    const own = complementarity(maps, this.queries);
    this.imageIds.push(imageId);
    this.images.push(metrics(own));
    accumulate(this.products, own.products);
    accumulate(this.divergence, own.divergence);
    this.sameThing.add(maps, tokens);
    this.top.add(imageId, maps);
  }

  /** The statistics so far. Averages over no image are 0, or null where one image has none. */
  finish(): MapStatistics {
    const { queries, patches, images } = this;
    const count = Math.max(1, images.length);
    return {
      queries,
      patches,
      imageIds: [...this.imageIds],
      images: [...images],
      mean: mean(images, queries),
      cosine: cosineOfGram(this.products, queries),
      divergence: Float32Array.from(this.divergence, (sum) => sum / count),
      consistency: this.sameThing.finish(),
      topPatches: this.top.read(),
    };
  }
}

function metrics(own: MapComplementarity): ImageMetrics {
  return {
    cosine: own.meanCosine,
    divergence: own.meanDivergence,
    coverage: own.coverage,
    entropy: own.entropy,
  };
}

function mean(images: readonly ImageMetrics[], queries: number): ImageMetrics {
  const count = Math.max(1, images.length);
  const over = (value: (image: ImageMetrics) => number) =>
    images.reduce((sum, image) => sum + value(image), 0) / count;
  return {
    cosine: queries < 2 ? null : over((image) => image.cosine ?? 0),
    divergence: queries < 2 ? null : over((image) => image.divergence ?? 0),
    coverage: over((image) => image.coverage),
    entropy: Float32Array.from({ length: queries }, (_, query) =>
      over((image) => image.entropy[query] ?? 0),
    ),
  };
}

function accumulate(sums: Float64Array, values: Float64Array | Float32Array): void {
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (values[i] ?? 0);
}
