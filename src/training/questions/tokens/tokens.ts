import { fitColours, paintTokens, type TokenColours } from '../../../analysis/token-pca';
import { similarityTo } from '../../../analysis/token-similarity';
import { ProgrammingError } from '../../../vocabulary/programming-error';
import type { TokenStore } from '../../data/token-store';
import type { FittedColours } from './api';

/** More patches than this change no colour visibly. */
const MOST_PATCHES = 6_000;
/** Steps of this share of the patches spread evenly over them (low-discrepancy sequence of the golden ratio). */
const SPREAD = 0.618033988749895;

/** What the tokens show by themselves: colours that all images share, and what is like a patch. */
export class TokenInspector {
  private colours: TokenColours | null = null;

  constructor(private readonly store: TokenStore) {}

  fit(imageIds: readonly string[]): FittedColours | null {
    const known = imageIds.filter((imageId) => this.store.has(imageId));
    if (known.length === 0) return null;
    const { width } = this.store.sizes();
    this.colours = fitColours(this.sample(known), width);
    const [red, green, blue] = this.colours.channels;
    return { images: known.length, shares: [red.share, green.share, blue.share] };
  }

  /** RGBA, (N, 4). Null before the first fit, without tokens, or when another backbone's came since. */
  project(imageId: string): Uint8ClampedArray<ArrayBuffer> | null {
    if (!this.colours || !this.store.has(imageId)) return null;
    if (this.store.sizes().width !== this.colours.mean.length) return null;
    return paintTokens(this.patches(imageId), this.colours);
  }

  /**
   * Cosines (N) of the patches of `imageId` with one of `ofImageId`; null without tokens.
   * @throws `ProgrammingError` when there is no such patch.
   */
  similarity(imageId: string, ofImageId: string, patch: number): Float32Array<ArrayBuffer> | null {
    if (!this.store.has(imageId) || !this.store.has(ofImageId)) return null;
    const { patches, width } = this.store.sizes();
    if (!Number.isInteger(patch) || patch < 0 || patch >= patches) {
      throw new ProgrammingError(`There is no patch ${patch}: images have ${patches}.`);
    }
    const token = this.patches(ofImageId).subarray(patch * width, (patch + 1) * width);
    return similarityTo(this.patches(imageId), token);
  }

  /** As many patches of every image, spread over it, as may be in all. */
  private sample(imageIds: readonly string[]): Float32Array {
    const { patches, width } = this.store.sizes();
    const each = Math.min(patches, Math.max(1, Math.floor(MOST_PATCHES / imageIds.length)));
    const rows = new Float32Array(imageIds.length * each * width);
    imageIds.forEach((imageId, image) => {
      const tokens = this.patches(imageId);
      for (let i = 0; i < each; i++) {
        // An even step would meet the same columns of the grid in every row.
        const patch = each === patches ? i : Math.floor((((i + image) * SPREAD) % 1) * patches);
        rows.set(tokens.subarray(patch * width, (patch + 1) * width), (image * each + i) * width);
      }
    });
    return rows;
  }

  /** (N, D), without [CLS] and registers. */
  private patches(imageId: string): Float32Array {
    const { data, prefixTokens, width } = this.store.tokens(imageId);
    return data.subarray(prefixTokens * width);
  }
}
