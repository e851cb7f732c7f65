import type { Changes, ProjectStore } from '../storage/database';
import type { TokenCache } from '../storage/token-cache';
import type { ImageTokens } from '../vocabulary/images';

/** For tests: one tab's project on a disk in memory. */
export class FakeDisk implements Pick<ProjectStore, 'load' | 'save'> {
  project: unknown = undefined;
  readonly files = new Map<string, Blob>();
  /** Thrown by every write, while there is one. */
  trouble: Error | null = null;
  /** Writes that were tried, those that failed among them. */
  writes = 0;

  async load(): Promise<{ project: unknown; files: Map<string, Blob> }> {
    return { project: this.project, files: new Map(this.files) };
  }

  async save({ project, added, removed }: Changes): Promise<void> {
    this.writes += 1;
    if (this.trouble) throw this.trouble;
    this.project = structuredClone(project);
    for (const [imageId, file] of added) this.files.set(imageId, file);
    for (const imageId of removed) this.files.delete(imageId);
  }
}

/** For tests: tokens that are kept in memory. */
export class FakeTokenCache {
  readonly entries = new Map<string, { modelHash: string; tokens: ImageTokens }>();

  /** As the engine sees it. */
  get cache(): TokenCache {
    return this as unknown as TokenCache;
  }

  async put(key: string, modelHash: string, tokens: ImageTokens): Promise<boolean> {
    this.entries.set(key, { modelHash, tokens });
    return true;
  }

  async getMany(keys: readonly string[]): Promise<Map<string, ImageTokens>> {
    return new Map(
      keys.flatMap((key) => {
        const found = this.entries.get(key);
        return found ? [[key, { ...found.tokens, data: found.tokens.data.slice() }] as const] : [];
      }),
    );
  }

  async deleteModel(modelHash: string): Promise<number> {
    const before = this.entries.size;
    for (const [key, entry] of this.entries) {
      if (entry.modelHash === modelHash) this.entries.delete(key);
    }
    return before - this.entries.size;
  }

  async clear(): Promise<void> {
    this.entries.clear();
  }

  async status() {
    return { images: this.entries.size, bytes: 4 * this.entries.size, refused: 0 };
  }
}
