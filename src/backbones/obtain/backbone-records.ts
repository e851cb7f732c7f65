import type { DBSchema, IDBPDatabase, openDB } from 'idb';
import {
  type GenericSchema,
  nonEmpty,
  number,
  object,
  pipe,
  safeInteger,
  safeParse,
  string,
} from 'valibot';
import { ReopeningDatabase } from '../../database/reopening-database';
import { type Failure, failureOf } from '../../vocabulary/failures';
import { inTime } from '../../vocabulary/in-time';
import type { Backbone } from '../backbone';
import { parseBackbone } from '../catalogue/parse-backbone';

/** What a file was when it first came from an address. */
export interface FirstDownload {
  sha256: string;
  bytes: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** A record that is none would tell for ever that the file has changed. */
const FIRST_DOWNLOAD: GenericSchema<unknown, FirstDownload> = object({
  sha256: pipe(string(), nonEmpty()),
  bytes: pipe(number(), safeInteger()),
  at: number(),
});

interface Schema extends DBSchema {
  /** The person's own, by id; read with `parseBackbone`, since another version may have written it. */
  added: { key: string; value: unknown };
  /** By address. Outlives the file itself: a change shows when it is fetched again. */
  firstDownloads: { key: string; value: FirstDownload };
}

const VERSION = 1;
/** A database that answers nothing for so long is taken for one that is not there. */
const SILENCE_MS = 8000;

/**
 * The small things that are remembered about backbones; the files are in the model store. Every call
 * rejects where the browser does not do it, or does not answer.
 */
export class BackboneRecords {
  private constructor(private readonly database: ReopeningDatabase<Schema>) {}

  /**
   * Null where the browser gives no storage, or none that answers.
   * @param connect how a database is opened.
   */
  static async open({
    name = 'probe-playground-backbones',
    connect,
  }: {
    name?: string;
    connect?: typeof openDB<Schema>;
  } = {}): Promise<BackboneRecords | null> {
    const database = new ReopeningDatabase<Schema>({
      name,
      version: VERSION,
      upgrade(db, before) {
        if (before < 1) {
          db.createObjectStore('added');
          db.createObjectStore('firstDownloads');
        }
      },
      patience: SILENCE_MS,
      ...(connect && { connect }),
    });
    try {
      await database.use(async () => undefined);
      return new BackboneRecords(database);
    } catch {
      return null;
    }
  }

  /**
   * The person's own backbones, in the order they were added, and what is wrong with records
   * that cannot be used any more. Those stay stored: another version may read them.
   */
  async added(): Promise<{ backbones: Backbone[]; unreadable: Failure[] }> {
    const backbones: Backbone[] = [];
    const unreadable: Failure[] = [];
    for (const stored of await this.ask((database) => database.getAll('added'))) {
      try {
        backbones.push(parseBackbone(stored));
      } catch (error) {
        unreadable.push(failureOf(error));
      }
    }
    return { backbones, unreadable };
  }

  /** Keeps a backbone of the person's own; one with the same id is replaced. @throws when the disk is full. */
  async add(backbone: Backbone): Promise<void> {
    await this.ask((database) => database.put('added', backbone, backbone.id));
  }

  async remove(id: string): Promise<void> {
    await this.ask((database) => database.delete('added', id));
  }

  async firstDownload(url: string): Promise<FirstDownload | null> {
    return first(await this.ask((database) => database.get('firstDownloads', url)));
  }

  /** Records what came from an address, unless something is recorded already. */
  async recordFirst(url: string, file: Omit<FirstDownload, 'at'>): Promise<void> {
    await this.ask(async (database) => {
      const transaction = database.transaction('firstDownloads', 'readwrite');
      if (!first(await transaction.store.get(url))) {
        await transaction.store.put({ ...file, at: Date.now() }, url);
      }
      await transaction.done;
    });
  }

  /** Lets the next download from this address be the first one: the person trusts the change. */
  async forgetFirst(url: string): Promise<void> {
    await this.ask((database) => database.delete('firstDownloads', url));
  }

  private ask<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    return inTime(SILENCE_MS, () => this.database.use(work));
  }
}

function first(record: unknown): FirstDownload | null {
  const found = safeParse(FIRST_DOWNLOAD, record);
  return found.success ? found.output : null;
}
