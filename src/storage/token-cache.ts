import type { DBSchema, IDBPDatabase, openDB } from 'idb';
import { parse, safeParse } from 'valibot';
import { type Backbone, preprocessingKey } from '../backbones/backbone';
import { ReopeningDatabase } from '../database/reopening-database';
import { fromHalves, toHalves } from '../numbers/float16';
import type { ImageTokens } from '../vocabulary/images';
import { inTime, isNoAnswer } from '../vocabulary/in-time';
import { STORED_TOKENS, type StoredTokens, TOKEN_ENTRIES, type TokenEntry } from './schema';

interface Schema extends DBSchema {
  tokens: { key: string; value: StoredTokens };
  /** What deciding which go takes, without reading any tokens. */
  entries: { key: string; value: TokenEntry };
}

export interface CacheStatus {
  images: number;
  bytes: number;
  /** Images since the page was opened whose tokens found no room. */
  refused: number;
}

const VERSION = 1;
/** About 3,400 images of 196 tokens of width 384. */
const LIMIT_BYTES = 512 * 2 ** 20;
/** A database that answers nothing for so long is done without for the rest of the visit. */
const SILENCE_MS = 8000;
/** Making room goes this far below the limit, so that not every image has to make room for itself. */
const AFTER_EVICTION = 0.9;

/** Names the tokens of one image by one encoder; anything that changes a token changes it. */
export function tokenKey(
  imageHash: string,
  modelHash: string,
  { preprocessing, output }: Pick<Backbone, 'preprocessing' | 'output'>,
): string {
  return [imageHash, modelHash, output, preprocessingKey(preprocessing)].join(' | ');
}

/**
 * Tokens in the browser's storage, as 16-bit floats, so that an encoder that was used before has
 * them at once. IndexedDB, because reading two hundred images took it 0.15 s where the origin's
 * private file system took 0.2–0.4 s, and writing half as long. A cache: nothing here throws for
 * want of room, and what was used longest ago makes room for what comes.
 */
export class TokenCache {
  private refused = 0;
  private silent = false;

  private constructor(
    private readonly database: ReopeningDatabase<Schema>,
    private bytes: number,
    private readonly limit: number,
  ) {}

  /**
   * Null where the browser gives no storage, or none that can be read or that answers.
   * @param limit bytes of all tokens together.
   * @param connect how a database is opened.
   */
  static async open({
    name = 'probe-playground-tokens',
    limit = LIMIT_BYTES,
    connect,
  }: {
    name?: string;
    limit?: number;
    connect?: typeof openDB<Schema>;
  } = {}): Promise<TokenCache | null> {
    const database = new ReopeningDatabase<Schema>({
      name,
      version: VERSION,
      upgrade(db, before) {
        if (before < 1) {
          db.createObjectStore('tokens');
          db.createObjectStore('entries', { keyPath: 'key' });
        }
      },
      patience: SILENCE_MS,
      ...(connect && { connect }),
    });
    try {
      const entries = await inTime(2 * SILENCE_MS, () => database.use(readEntries));
      return new TokenCache(database, sumBytes(entries), limit);
    } catch {
      // Else it would stand in the way of a later version.
      await database.close();
      return null;
    }
  }

  /** Whether the tokens are kept now. @param modelHash what `deleteModel` finds them by. */
  async put(key: string, modelHash: string, tokens: ImageTokens): Promise<boolean> {
    const { data, ...shape } = tokens;
    const kept = { ...shape, halves: toHalves(data).buffer };
    const bytes = kept.halves.byteLength;
    if (bytes > this.limit) return this.refuse();
    const entry = { key, bytes, modelHash, usedAt: Date.now() };
    if (this.bytes + bytes > this.limit) await this.shrink(AFTER_EVICTION * this.limit - bytes);
    if (await this.write(entry, kept)) return true;
    // The disk may be fuller than the limit knows.
    await this.shrink(this.bytes / 2);
    return (await this.write(entry, kept)) || this.refuse();
  }

  /** The tokens that are there, by key. They count as used now. */
  async getMany(keys: readonly string[]): Promise<Map<string, ImageTokens>> {
    const found = new Map<string, ImageTokens>();
    // A cache that cannot be read is an empty one.
    await this.ask(async (database, heard) => {
      const { store } = database.transaction('tokens');
      await Promise.all(
        keys.map(async (key) => {
          const tokens = unpack(await store.get(key));
          heard();
          if (tokens) found.set(key, tokens);
        }),
      );
    });
    // Not awaited; what is asked of the database later comes after it.
    void this.touch([...found.keys()]);
    return found;
  }

  /** Deletes all that one model made. Returns how many images' tokens that were. */
  async deleteModel(modelHash: string): Promise<number> {
    const entries = await this.entries();
    const made = entries.filter((entry) => entry.modelHash === modelHash);
    await this.remove(made);
    return made.length;
  }

  async clear(): Promise<void> {
    await this.remove(await this.entries());
  }

  async status(): Promise<CacheStatus> {
    const entries = await this.entries();
    return { images: entries.length, bytes: sumBytes(entries), refused: this.refused };
  }

  /** For a page that goes on without. */
  close(): void {
    void this.database.close();
  }

  private refuse(): false {
    this.refused += 1;
    return false;
  }

  private async write(entry: TokenEntry, kept: StoredTokens): Promise<boolean> {
    return this.ask(async (database) => {
      const transaction = database.transaction(['tokens', 'entries'], 'readwrite', {
        // Losing the last second of a cache in a crash costs less than waiting for the disk.
        durability: 'relaxed',
      });
      const entries = transaction.objectStore('entries');
      const [before] = parse(TOKEN_ENTRIES, [await entries.get(entry.key)]);
      await Promise.all([
        entries.put(entry),
        transaction.objectStore('tokens').put(kept, entry.key),
        transaction.done,
      ]);
      this.bytes += entry.bytes - (before?.bytes ?? 0);
    });
  }

  /** Deletes what was used longest ago until `bytes` are left at most. */
  private async shrink(bytes: number): Promise<void> {
    const entries = await this.entries();
    entries.sort((a, b) => a.usedAt - b.usedAt);
    // Counted anew: another tab may have written or deleted.
    let left = sumBytes(entries);
    const oldest: TokenEntry[] = [];
    for (const entry of entries) {
      if (left <= bytes) break;
      oldest.push(entry);
      left -= entry.bytes;
    }
    this.bytes = sumBytes(entries);
    await this.remove(oldest);
  }

  private async remove(entries: readonly TokenEntry[]): Promise<void> {
    if (entries.length === 0) return;
    // What can't be deleted stays, and is deleted another time.
    await this.ask(async (database) => {
      const transaction = database.transaction(['tokens', 'entries'], 'readwrite');
      await Promise.all([
        ...entries.flatMap(({ key }) => [
          transaction.objectStore('tokens').delete(key),
          transaction.objectStore('entries').delete(key),
        ]),
        transaction.done,
      ]);
      this.bytes -= sumBytes(entries);
    });
  }

  private async touch(used: readonly string[]): Promise<void> {
    if (used.length === 0) return;
    const usedAt = Date.now();
    // Where this fails they count as used when they were put.
    await this.ask(async (database) => {
      const transaction = database.transaction('entries', 'readwrite', {
        durability: 'relaxed',
      });
      await Promise.all([
        ...used.map(async (key) => {
          // It may have been deleted since it was read.
          const entry = await transaction.store.get(key);
          if (entry) await transaction.store.put({ ...entry, usedAt });
        }),
        transaction.done,
      ]);
    });
  }

  private async entries(): Promise<TokenEntry[]> {
    let entries: TokenEntry[] = [];
    await this.ask(async (database) => {
      entries = await readEntries(database);
    });
    return entries;
  }

  /** Whether the database did it. Never throws, and asks none that has fallen silent. */
  private async ask(
    work: (database: IDBPDatabase<Schema>, heard: () => void) => Promise<void>,
  ): Promise<boolean> {
    if (this.silent) return false;
    try {
      await inTime(SILENCE_MS, (heard) => this.database.use((database) => work(database, heard)));
      return true;
    } catch (error) {
      if (isNoAnswer(error)) this.silent = true;
      return false;
    }
  }
}

async function readEntries(database: IDBPDatabase<Schema>): Promise<TokenEntry[]> {
  return parse(TOKEN_ENTRIES, await database.getAll('entries'));
}

/** Null where there are none, or not as many as the record says. */
function unpack(record: unknown): ImageTokens | null {
  const found = safeParse(STORED_TOKENS, record);
  if (!found.success) return null;
  const { halves, ...shape } = found.output;
  const values = (shape.prefixTokens + shape.patches) * shape.width;
  if (halves.byteLength !== 2 * values) return null;
  return { ...shape, data: fromHalves(new Uint16Array(halves)) };
}

function sumBytes(entries: readonly TokenEntry[]): number {
  return entries.reduce((sum, { bytes }) => sum + bytes, 0);
}
