import type { DBSchema } from 'idb';
import { ReopeningDatabase } from '../database/reopening-database';

interface Schema extends DBSchema {
  /** By project. What an earlier version wrote is read as it comes, see `restore`. */
  projects: { key: number; value: unknown };
  /** By project and image. */
  files: { key: [project: number, imageId: string]; value: Blob };
}

/** Raise it when stores change, and give `upgrade` a step for it. */
const DATABASE_VERSION = 1;

/** Another tab has written this project since it was read or written here. */
export class Overtaken extends Error {}

/** A whole project record, and which of its images' files are to go with it. */
export interface ProjectWrite {
  project: object;
  /**
   * The `stamp` of what this tab read or wrote last, null where it had none; `held` where no other tab
   * can have written it.
   */
  expected: number | null | 'held';
  /** What this tab will expect next time; never used twice. */
  stamp: number;
  removed: Iterable<string>;
  /** For a new project: the one whose files it begins with. */
  copyOf: number | null;
}

/** What is kept of a project beside its record. */
export interface KeptFiles {
  files: ReadonlyMap<string, Blob>;
  /** Images whose file is there, but could not be read now. */
  unreadable: readonly string[];
}

/** All that the page keeps of projects. An implementation in memory stands in for it in tests. */
export interface ProjectStorage {
  /** Grows when the connection was lost and had again: then all may be gone that was written before. */
  readonly connections: number;
  /** As it was written; undefined where there is none. */
  record(project: number): Promise<unknown>;
  /** Every record there is, by project. */
  records(): Promise<ReadonlyMap<number, unknown>>;
  files(project: number): Promise<KeptFiles>;
  /** Null where there is none. */
  file(project: number, imageId: string): Promise<Blob | null>;
  /** Bytes of all files together. */
  bytes(): Promise<number>;
  /**
   * All of it or nothing. `project` null makes a new one.
   * @returns the project's number.
   * @throws `Overtaken`; a `DOMException` where there is no room or no database.
   */
  write(project: number | null, write: ProjectWrite): Promise<number>;
  /** All of these or none. */
  writeFiles(project: number, files: ReadonlyMap<string, Blob>): Promise<void>;
  remove(project: number): Promise<void>;
}

/**
 * Projects in the browser's storage. A connection that was lost (by the browser, or to a later version
 * of this page in another tab) is opened again by the next call.
 */
export class ProjectDatabase implements ProjectStorage {
  private readonly database: ReopeningDatabase<Schema>;

  constructor(name = 'probe-playground', patience?: number) {
    this.database = new ReopeningDatabase<Schema>({
      name,
      version: DATABASE_VERSION,
      patience,
      upgrade(db, before) {
        if (before < 1) {
          db.createObjectStore('projects');
          db.createObjectStore('files');
        }
      },
    });
  }

  get connections(): number {
    return this.database.connections;
  }

  async record(project: number): Promise<unknown> {
    return this.database.use((database) => database.get('projects', project));
  }

  async records(): Promise<ReadonlyMap<number, unknown>> {
    return this.database.use(async (database) => {
      const { store } = database.transaction('projects');
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
      return new Map(keys.map((key, index) => [key, values[index]]));
    });
  }

  async files(project: number): Promise<KeptFiles> {
    return this.database.use(async (database) => {
      const keys = await database.getAllKeys('files', allFilesOf(project));
      const blobs = await database.getAll('files', allFilesOf(project)).catch(() => null);
      const files = new Map<string, Blob>();
      const unreadable: string[] = [];
      for (const [index, key] of keys.entries()) {
        // Where one can't be read, all together can't be.
        const blob = blobs ? blobs[index] : await database.get('files', key).catch(() => undefined);
        if (blob instanceof Blob) files.set(key[1], blob);
        else unreadable.push(key[1]);
      }
      return { files, unreadable };
    });
  }

  async file(project: number, imageId: string): Promise<Blob | null> {
    return this.database.use(
      async (database) => (await database.get('files', [project, imageId])) ?? null,
    );
  }

  async bytes(): Promise<number> {
    return this.database.use(async (database) => {
      let sum = 0;
      for await (const { value } of database.transaction('files').store) sum += value.size;
      return sum;
    });
  }

  async write(
    project: number | null,
    { project: record, expected, stamp, removed, copyOf }: ProjectWrite,
  ): Promise<number> {
    return this.database.use(async (database) => {
      const transaction = database.transaction(['projects', 'files'], 'readwrite');
      const projects = transaction.objectStore('projects');
      const files = transaction.objectStore('files');
      // Its failure is that of a request, which says more.
      transaction.done.catch(() => undefined);
      try {
        const number = project ?? afterLast(await projects.getAllKeys());
        // Not asked where it is certain: a tab that is closed right now has no time for an answer.
        const certain = project === null || expected === 'held';
        if (!certain && stampOf(await projects.get(number)) !== expected) throw new Overtaken();
        const copied = project === null && copyOf !== null ? await filesOf(files, copyOf) : [];
        const requests: Promise<unknown>[] = [
          projects.put({ ...record, stamp }, number),
          ...copied.map(([imageId, file]) => files.put(file, [number, imageId])),
          ...Array.from(removed, (imageId) => files.delete([number, imageId])),
        ];
        // Without this a tab that is closed or reloaded right now would take all of it back.
        transaction.commit();
        await Promise.all([...requests, transaction.done]);
        return number;
      } catch (error) {
        abort(transaction);
        throw error;
      }
    });
  }

  async writeFiles(project: number, added: ReadonlyMap<string, Blob>): Promise<void> {
    return this.database.use(async (database) => {
      const transaction = database.transaction('files', 'readwrite');
      transaction.done.catch(() => undefined);
      try {
        const requests = Array.from(added, ([imageId, file]) =>
          transaction.store.put(file, [project, imageId]),
        );
        transaction.commit();
        await Promise.all([...requests, transaction.done]);
      } catch (error) {
        abort(transaction);
        throw error;
      }
    });
  }

  async remove(project: number): Promise<void> {
    return this.database.use(async (database) => {
      const transaction = database.transaction(['projects', 'files'], 'readwrite');
      await Promise.all([
        transaction.objectStore('projects').delete(project),
        transaction.objectStore('files').delete(allFilesOf(project)),
        transaction.done,
      ]);
    });
  }

  /** The next use opens it again. */
  close(): Promise<void> {
    return this.database.close();
  }
}

async function filesOf(
  store: {
    getAllKeys(range: IDBKeyRange): Promise<[number, string][]>;
    getAll(range: IDBKeyRange): Promise<Blob[]>;
  },
  project: number,
): Promise<[imageId: string, file: Blob][]> {
  const range = allFilesOf(project);
  const [keys, blobs] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  return keys.flatMap(([, imageId], index): [string, Blob][] => {
    const file = blobs[index];
    return file ? [[imageId, file]] : [];
  });
}

function allFilesOf(project: number): IDBKeyRange {
  return IDBKeyRange.bound([project, ''], [project, '\uffff']);
}

function afterLast(keys: readonly number[]): number {
  return Math.max(-1, ...keys) + 1;
}

/** The `ProjectWrite.stamp` of a record; null for one of an earlier version. */
export function stampOf(record: unknown): number | null {
  if (typeof record !== 'object' || record === null || !('stamp' in record)) return null;
  return typeof record.stamp === 'number' ? record.stamp : null;
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}
