import type { Probe } from '../../probes/probe';
import { AppError } from '../../vocabulary/failures';
import type { ImageTokens } from '../../vocabulary/images';

/** The tokens of every image, by image id. All are of one backbone. */
export class TokenStore {
  private readonly images = new Map<string, ImageTokens>();

  /** @throws `tokens-of-two-backbones` when the sizes differ from those of the tokens that are here. */
  put(imageId: string, tokens: ImageTokens): void {
    const other = this.any();
    if (other && (other.patches !== tokens.patches || other.width !== tokens.width)) {
      throw new AppError({
        code: 'tokens-of-two-backbones',
        patches: tokens.patches,
        width: tokens.width,
        otherPatches: other.patches,
        otherWidth: other.width,
      });
    }
    this.images.set(imageId, tokens);
  }

  drop(imageId: string): void {
    this.images.delete(imageId);
  }

  clear(): void {
    this.images.clear();
  }

  has(imageId: string): boolean {
    return this.images.has(imageId);
  }

  ids(): string[] {
    return [...this.images.keys()];
  }

  /** All tokens of an image. @throws `image-without-tokens` */
  tokens(imageId: string): ImageTokens {
    const tokens = this.images.get(imageId);
    if (!tokens) throw new AppError({ code: 'image-without-tokens' });
    return tokens;
  }

  /** The tokens of an image's patches, (N, D). @throws `image-without-tokens` */
  patches(imageId: string): Float32Array {
    const { data, prefixTokens, width } = this.tokens(imageId);
    return data.subarray(prefixTokens * width);
  }

  /**
   * What a probe reads of an image: its patches (N, D), its [CLS] token (1, D), or both (N + 1, D).
   * @throws `image-without-tokens`, or `no-cls-token` where the probe needs one.
   */
  read(imageId: string, probe: Probe): Float32Array {
    if (probe.reads === 'patches') return this.patches(imageId);
    const { data, prefixTokens, width } = this.tokens(imageId);
    if (prefixTokens === 0) throw new AppError({ code: 'no-cls-token' });
    const cls = data.subarray(0, width);
    if (probe.reads === 'cls') return cls;
    // Registers may stand between [CLS] and the patches.
    const both = new Float32Array(data.length - (prefixTokens - 1) * width);
    both.set(cls);
    both.set(data.subarray(prefixTokens * width), width);
    return both;
  }

  /**
   * Sizes shared by all images.
   * @throws `no-tokens`
   */
  sizes(): { patches: number; width: number } {
    const tokens = this.any();
    if (!tokens) throw new AppError({ code: 'no-tokens' });
    return { patches: tokens.patches, width: tokens.width };
  }

  private any(): ImageTokens | undefined {
    return this.images.values().next().value;
  }
}
