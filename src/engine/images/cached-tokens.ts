import type { ImageBlobsById } from '../../state/image-blobs';
import { type TokenCache, tokenKey } from '../../storage/token-cache';
import type { ImageTokens } from '../../vocabulary/images';
import type { ModelHolder, ModelInUse } from './model-in-use';

/** The tokens of images by the model in use, as far as this browser has kept them. */
export class CachedTokens {
  constructor(
    private readonly cache: Promise<TokenCache | null>,
    private readonly model: ModelHolder,
    private readonly blobs: ImageBlobsById,
    /** Whether tokens are made from the pixels that images have: no others are kept. */
    private readonly areExact: () => boolean,
  ) {}

  /** Those that are kept, by image id. Waits until the model in use is known. */
  async recall(imageIds: readonly string[]): Promise<Map<string, ImageTokens>> {
    return this.recallOf(await this.model.when(), imageIds);
  }

  /** The same for a model that may not be in use. */
  async recallOf(
    model: ModelInUse,
    imageIds: readonly string[],
  ): Promise<Map<string, ImageTokens>> {
    const cache = await this.cache;
    // Of two images with the same contents one is on its way out.
    const byKey = new Map(
      imageIds.flatMap((id) => {
        const key = this.keyOf(model, id);
        return key === null ? [] : [[key, id] as const];
      }),
    );
    if (!cache || byKey.size === 0) return new Map();
    const found = await cache.getMany([...byKey.keys()]);
    return new Map([...found].map(([key, tokens]) => [byKey.get(key) ?? '', tokens]));
  }

  /** Keeps an image's tokens; has read them when it returns. Without room nothing happens. */
  remember(model: ModelInUse, imageId: string, tokens: ImageTokens): void {
    const key = this.keyOf(model, imageId);
    if (key === null || !this.areExact()) return;
    // Copied at once, since the caller gives the memory away.
    const copy = { ...tokens, data: tokens.data.slice() };
    void this.cache.then((cache) => cache?.put(key, model.hash, copy));
  }

  /** Null for an image whose contents are not known. */
  private keyOf({ hash, backbone }: ModelInUse, imageId: string): string | null {
    const contentHash = this.blobs.get(imageId)?.contentHash;
    return contentHash ? tokenKey(contentHash, hash, backbone) : null;
  }
}
