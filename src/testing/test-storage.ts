import type { Holds } from '../engine/persistence/persistence';
import type { KeptFiles, ProjectStorage, ProjectWrite } from '../storage/database';
import { Overtaken, stampOf } from '../storage/database';
import type { TokenCache } from '../storage/token-cache';
import type { ImageTokens } from '../vocabulary/images';

/** For tests: projects on a disk in memory. */
export class FakeDisk implements ProjectStorage {
  connections = 1;
  readonly projects = new Map<number, unknown>();
  /** By project and image. */
  readonly kept = new Map<number, Map<string, Blob>>();
  /** Thrown by every write, while there is one. */
  trouble: Error | null = null;
  /** Thrown by every read, while there is one. */
  readTrouble: Error | null = null;
  /** Writes of records that were tried, those that failed among them. */
  writes = 0;

  /** The first project, which is the only one in most tests. */
  get project(): unknown {
    return this.projects.get(0);
  }
  set project(record: unknown) {
    this.projects.set(0, record);
  }
  get filesOfFirst(): Map<string, Blob> {
    return this.filesOf(0);
  }

  async record(project: number): Promise<unknown> {
    return (await this.records()).get(project);
  }

  async records(): Promise<ReadonlyMap<number, unknown>> {
    if (this.readTrouble) throw this.readTrouble;
    return new Map(structuredClone([...this.projects]));
  }

  async files(project: number): Promise<KeptFiles> {
    if (this.readTrouble) throw this.readTrouble;
    return { files: new Map(this.filesOf(project)), unreadable: [] };
  }

  async file(project: number, imageId: string): Promise<Blob | null> {
    return this.filesOf(project).get(imageId) ?? null;
  }

  async bytes(): Promise<number> {
    const all = [...this.kept.values()].flatMap((files) => [...files.values()]);
    return all.reduce((sum, { size }) => sum + size, 0);
  }

  async write(to: number | null, write: ProjectWrite): Promise<number> {
    this.writes += 1;
    if (this.trouble) throw this.trouble;
    const { project, expected, stamp, removed, copyOf } = write;
    const number = to ?? Math.max(-1, ...this.projects.keys()) + 1;
    const before = this.projects.get(number);
    if (to !== null && expected !== 'held' && stampOf(before) !== expected) throw new Overtaken();
    this.projects.set(number, structuredClone({ ...project, stamp }));
    if (to === null && copyOf !== null) {
      for (const [imageId, file] of this.filesOf(copyOf)) this.filesOf(number).set(imageId, file);
    }
    for (const imageId of removed) this.filesOf(number).delete(imageId);
    return number;
  }

  async writeFiles(project: number, files: ReadonlyMap<string, Blob>): Promise<void> {
    if (this.trouble) throw this.trouble;
    for (const [imageId, file] of files) this.filesOf(project).set(imageId, file);
  }

  async remove(project: number): Promise<void> {
    this.projects.delete(project);
    this.kept.delete(project);
  }

  private filesOf(project: number): Map<string, Blob> {
    const files = this.kept.get(project) ?? new Map<string, Blob>();
    this.kept.set(project, files);
    return files;
  }
}

/** For tests: a browser whose only tab this is. */
export function soleTab(): Holds {
  return {
    certain: true,
    hold: async () => true,
    take: async () => undefined,
    keepNew: () => undefined,
    letGo: () => undefined,
  };
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
