import {
  fallback,
  finite,
  type GenericSchema,
  nonEmpty,
  object,
  pipe,
  safeInteger,
  safeParse,
  string,
  transform,
} from 'valibot';
import { inTime } from '../../vocabulary/in-time';

/** A model's file in the browser's storage. */
export interface StoredFile {
  /** What it is found by: the address it came from, or one made of its hash. */
  key: string;
  /** What a person knows it by. */
  name: string;
  bytes: number;
  sha256: string;
  /** Milliseconds since 1970. */
  storedAt: number;
}

/** Whether a file will still be there after a reload, and if not, why. */
export type Keeping = 'kept' | 'disk-full' | 'no-storage';

/** A storage that answers nothing for so long is taken for one that is not there. */
const SILENCE_MS = 8000;
/** Reading or writing a whole file tells nothing meanwhile: at least a megabyte a second, and some time. */
const FILE_MS = 60_000;
const MS_PER_BYTE = 1e-3;

const CACHE = 'probe-playground-models';
const HEADERS = { name: 'x-name', bytes: 'x-bytes', sha256: 'x-sha256', keptAt: 'x-kept-at' };

/** The key of a file that came from no address. The name is one that no server can have. */
export function keyOfHash(sha256: string): string {
  return `https://own-file.invalid/${sha256}`;
}

/**
 * Whole files of models in Cache Storage, which holds hundreds of megabytes without reading them
 * into memory. Give it only what is known to be whole; the browser puts a file in place when all of
 * it is written, and one that comes out shorter than it went in counts as not there.
 */
export class ModelStore {
  private constructor(private readonly cache: Cache) {}

  /** Null where the browser keeps nothing: plain HTTP, some private windows; or does not answer. */
  static async open(storage: () => CacheStorage | undefined = browserCaches) {
    const open = () => storage()?.open(CACHE);
    const cache = await inTime(SILENCE_MS, open).catch(() => null);
    return cache ? new ModelStore(cache) : null;
  }

  /** Whether this file is there whole, without reading it. */
  async has(key: string): Promise<boolean> {
    return (await this.match(key)) !== null;
  }

  /** The blob stands for the file on disk: nothing is read before somebody reads it. */
  async get(key: string): Promise<(StoredFile & { file: Blob }) | null> {
    const found = await this.match(key);
    if (!found) return null;
    const { response, kept } = found;
    const file = await inTime(patience(kept.bytes), () => response.blob()).catch(() => null);
    // One that can't be read now may be there another time.
    if (!file) return null;
    if (file.size === kept.bytes) return { ...kept, file };
    await this.delete(key);
    return null;
  }

  /** Never throws: a model that cannot be kept still runs. */
  async put(key: string, file: Blob, about: { name: string; sha256: string }): Promise<Keeping> {
    const headers = {
      'content-type': 'application/octet-stream',
      [HEADERS.name]: encodeURIComponent(about.name),
      [HEADERS.bytes]: String(file.size),
      [HEADERS.sha256]: about.sha256,
      [HEADERS.keptAt]: String(Date.now()),
    };
    try {
      const response = new Response(file, { headers });
      await inTime(patience(file.size), () => this.cache.put(key, response));
      return 'kept';
    } catch (error) {
      return isFull(error) ? 'disk-full' : 'no-storage';
    }
  }

  /** All that is kept, the newest first. */
  async list(): Promise<StoredFile[]> {
    const requests = await inTime(SILENCE_MS, () => this.cache.keys());
    const found = await Promise.all(requests.map(({ url }) => this.match(url)));
    return found
      .flatMap((entry) => (entry ? [entry.kept] : []))
      .sort((a, b) => b.storedAt - a.storedAt);
  }

  /** Bytes of all files together. */
  async total(): Promise<number> {
    return (await this.list()).reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Whether there was one to delete. */
  delete(key: string): Promise<boolean> {
    return inTime(SILENCE_MS, () => this.cache.delete(key));
  }

  private async match(key: string): Promise<{ kept: StoredFile; response: Response } | null> {
    const response = await inTime(SILENCE_MS, () => this.cache.match(key));
    if (!response) return null;
    const { headers } = response;
    const about = safeParse(ABOUT, {
      name: headers.get(HEADERS.name),
      bytes: headers.get(HEADERS.bytes),
      sha256: headers.get(HEADERS.sha256),
      storedAt: headers.get(HEADERS.keptAt),
    });
    return about.success ? { kept: { key, ...about.output }, response } : null;
  }
}

/** Where site data is blocked some browsers throw when they are only asked for it. */
function browserCaches(): CacheStorage | undefined {
  return globalThis.caches;
}

function patience(bytes: number): number {
  return FILE_MS + bytes * MS_PER_BYTE;
}

/** What the headers say of a file. Without its size or hash it is none of ours. */
const ABOUT: GenericSchema<unknown, Omit<StoredFile, 'key'>> = object({
  name: fallback(pipe(string(), transform(unescaped)), ''),
  bytes: pipe(string(), nonEmpty(), transform(Number), safeInteger()),
  sha256: pipe(string(), nonEmpty()),
  storedAt: fallback(pipe(string(), transform(Number), finite()), 0),
});

/** A name as `put` wrote it; '' where it is none of those. */
function unescaped(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return '';
  }
}

/** Whether the browser refused to write for want of room. */
export function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
