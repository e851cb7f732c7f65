import type { Probe } from '../../probes/probe';
import type { ImageTokens } from '../../vocabulary/images';

/** The tokens of every image, by image id. All are of one backbone. */
export class TokenStore {
  private readonly images = new Map<string, ImageTokens>();

  /** @throws when the sizes differ from those that are here already. */
  put(imageId: string, tokens: ImageTokens): void {
    const other = this.any();
    if (other && (other.patches !== tokens.patches || other.width !== tokens.width)) {
      throw new Error(
        `These tokens are ${tokens.patches} × ${tokens.width}; the others here are ${other.patches} × ${other.width}. Extract all images with one backbone.`,
      );
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

  /** All tokens of an image. @throws when it has none yet. */
  tokens(imageId: string): ImageTokens {
    const tokens = this.images.get(imageId);
    if (!tokens) throw new Error('This image has no tokens yet.');
    return tokens;
  }

  /**
   * What a probe reads of an image: its patches (N, D), its [CLS] token (1, D), or both (N + 1, D).
   * @throws when the image has no tokens, or no [CLS] where the probe needs it.
   */
  read(imageId: string, probe: Probe): Float32Array {
    const { data, prefixTokens, width } = this.tokens(imageId);
    if (probe.reads === 'patches') return data.subarray(prefixTokens * width);
    if (prefixTokens === 0) throw new Error('This backbone has no [CLS] token.');
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
   * @throws when there are no tokens.
   */
  sizes(): { patches: number; width: number } {
    const tokens = this.any();
    if (!tokens) throw new Error('No image has tokens yet.');
    return { patches: tokens.patches, width: tokens.width };
  }

  private any(): ImageTokens | undefined {
    return this.images.values().next().value;
  }
}
