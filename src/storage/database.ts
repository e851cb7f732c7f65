import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { StoredProject } from './project';

interface Schema extends DBSchema {
  /** By slot. What an earlier version wrote is read as it comes, see `restore`. */
  projects: { key: number; value: unknown };
  /** By slot and image id. */
  files: { key: [slot: number, imageId: string]; value: Blob };
}

/** Raise it when stores change, and give `upgrade` a step for it. */
const DATABASE_VERSION = 1;

/** What has changed since the last save. */
export interface Changes {
  project: StoredProject;
  added: ReadonlyMap<string, Blob>;
  removed: Iterable<string>;
}

/** One tab's project in the browser's storage. */
export class ProjectStore {
  private constructor(
    private readonly database: IDBPDatabase<Schema>,
    private readonly slot: number,
  ) {}

  /** @throws when the browser gives no storage, in some private windows for one. */
  static async open(slot: number, name = 'probe-playground'): Promise<ProjectStore> {
    const database = await openDB<Schema>(name, DATABASE_VERSION, {
      upgrade(db, before) {
        if (before < 1) {
          db.createObjectStore('projects');
          db.createObjectStore('files');
        }
      },
      // A later version of this page in another tab goes first.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    return new ProjectStore(database, slot);
  }

  async load(): Promise<{ project: unknown; files: Map<string, Blob> }> {
    const transaction = this.database.transaction(['projects', 'files']);
    const store = transaction.objectStore('files');
    const [project, keys, blobs] = await Promise.all([
      transaction.objectStore('projects').get(this.slot),
      store.getAllKeys(this.allFiles()),
      store.getAll(this.allFiles()),
    ]);
    const files = new Map<string, Blob>();
    for (const [index, [, imageId]] of keys.entries()) {
      const blob = blobs[index];
      if (blob instanceof Blob) files.set(imageId, blob);
    }
    return { project, files };
  }

  /** All of it or nothing. @throws when the disk is full. */
  async save({ project, added, removed }: Changes): Promise<void> {
    const transaction = this.database.transaction(['projects', 'files'], 'readwrite');
    const files = transaction.objectStore('files');
    const requests = [
      transaction.objectStore('projects').put(project, this.slot),
      ...Array.from(added, ([imageId, blob]) => files.put(blob, [this.slot, imageId])),
      ...Array.from(removed, (imageId) => files.delete([this.slot, imageId])),
    ];
    // Without this a tab that is closed or reloaded right now would take all of it back.
    transaction.commit();
    await Promise.all([...requests, transaction.done]);
  }

  private allFiles(): IDBKeyRange {
    return IDBKeyRange.bound([this.slot, ''], [this.slot, '\uffff']);
  }
}
