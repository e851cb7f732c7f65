import type { DBSchema, IDBPDatabase } from 'idb';
import { safeParse } from 'valibot';
import { ReopeningDatabase } from '../database/reopening-database';
import { headBytes, type PortableHead } from '../training/head/portable-head';
import { PORTABLE_HEAD } from '../training/head/portable-head-schema';
import { type HeadBound, type HeadCuts, headCuts } from './head-bound';
import {
  STORED_HEAD,
  STORED_SNAPSHOTS,
  type StoredHead,
  type StoredHeadRecord,
  type StoredStudies,
  type StoredView,
} from './head-schema';

type HeadKey = [project: number, headId: string];

/** What lies here may come from another version of this program; it is read as such. */
interface Schema extends DBSchema {
  heads: { key: HeadKey; value: unknown };
  /** Each head without its snapshots. */
  weights: { key: HeadKey; value: unknown };
  snapshots: { key: HeadKey; value: unknown };
  /** By project. */
  studies: { key: number; value: unknown };
  views: { key: number; value: unknown };
}

const VERSION = 1;
const OF_HEADS = ['heads', 'weights', 'snapshots'] as const;
const ALL = [...OF_HEADS, 'studies', 'views'] as const;

/** The bound of one project: four heads of 768 channels with all of their snapshots. */
const BOUND: HeadBound = { bytes: 256e6, heads: 12, snapshots: 'all' };
/** What is tried, one after another, on a disk that is fuller than the bound knows. */
const NARROWER: readonly Partial<HeadBound>[] = [
  {},
  { snapshots: 'shown' },
  { snapshots: 'none' },
  { snapshots: 'none', heads: 1 },
];

/** What is kept of a project beside its images. `unknown` is still to be looked through. */
export interface KeptRecords {
  heads: StoredHeadRecord[];
  studies: unknown;
  view: unknown;
}

/**
 * What was made with the projects: trained heads, comparisons, and how they were looked at. Every
 * write is whole or not there.
 */
export class HeadStore {
  private readonly database: ReopeningDatabase<Schema>;
  private readonly bound: HeadBound;

  constructor({ name = 'probe-playground-heads', bound = BOUND, patience = 10_000 } = {}) {
    this.bound = bound;
    this.database = new ReopeningDatabase<Schema>({
      name,
      version: VERSION,
      patience,
      upgrade(db, before) {
        if (before < 1) for (const store of ALL) db.createObjectStore(store);
      },
    });
  }

  /** What is kept of one project. */
  forProject(project: number): ProjectHeads {
    return new ProjectHeads(this.database, project, this.bound);
  }

  /** The next use opens it again. */
  close(): Promise<void> {
    return this.database.close();
  }
}

/** What was made with one project. Everything here throws where the browser gives no storage. */
export class ProjectHeads {
  constructor(
    private readonly database: Pick<ReopeningDatabase<Schema>, 'use'>,
    private readonly project: number,
    private readonly bound: HeadBound,
  ) {}

  /** Everything but the numbers of heads. A head whose record is broken is left out, and stays. */
  load(): Promise<KeptRecords> {
    return this.database.use(async (database) => {
      const transaction = database.transaction(['heads', 'studies', 'views']);
      const [heads, studies, view] = await Promise.all([
        transaction.objectStore('heads').getAll(headsOf(this.project)),
        transaction.objectStore('studies').get(this.project),
        transaction.objectStore('views').get(this.project),
      ]);
      return { heads: recordsIn(heads), studies, view };
    });
  }

  /** A head's numbers, with the snapshots that are kept; null where there are none. */
  loadHead(headId: string): Promise<PortableHead | null> {
    return this.database.use(async (database) => {
      const transaction = database.transaction(['weights', 'snapshots']);
      const [weights, snapshots] = await Promise.all([
        transaction.objectStore('weights').get([this.project, headId]),
        transaction.objectStore('snapshots').get([this.project, headId]),
      ]);
      const found = safeParse(PORTABLE_HEAD, weights);
      if (!found.success) return null;
      // Without its past a head is still a head.
      const past = safeParse(STORED_SNAPSHOTS, snapshots);
      return { ...found.output, snapshots: past.success ? past.output : [] };
    });
  }

  /**
   * Keeps a head. What was on show long ago makes room for it.
   * @param numbers null where they are kept already and only its record has changed.
   * @param shownId the head on show, which stays whatever comes.
   * @returns what is kept now: not this head, where its numbers are neither given nor there.
   * @throws `QuotaExceededError` where the disk has no room even for this head alone.
   */
  async saveHead(
    head: StoredHead,
    numbers: PortableHead | null,
    shownId = idOf(head),
  ): Promise<StoredHeadRecord[]> {
    for (const narrower of NARROWER) {
      try {
        return await this.write(head, numbers, shownId, { ...this.bound, ...narrower });
      } catch (error) {
        if (!isFull(error) || narrower === NARROWER.at(-1)) throw error;
      }
    }
    return [];
  }

  /** Forgets a head. */
  removeHead(headId: string): Promise<void> {
    return this.change(OF_HEADS, removal([this.project, headId]));
  }

  saveStudies(studies: StoredStudies): Promise<void> {
    return this.change(
      ['studies'],
      [(transaction) => transaction.objectStore('studies').put(studies, this.project)],
    );
  }

  saveView(view: StoredView): Promise<void> {
    return this.change(
      ['views'],
      [(transaction) => transaction.objectStore('views').put(view, this.project)],
    );
  }

  /** Forgets everything. */
  clear(): Promise<void> {
    return this.change(ALL, [
      ...removal(headsOf(this.project)),
      (transaction) => transaction.objectStore('studies').delete(this.project),
      (transaction) => transaction.objectStore('views').delete(this.project),
    ]);
  }

  /** Gives another project all of it. */
  copyTo(other: number): Promise<void> {
    return this.database.use(async (database) => {
      const transaction = database.transaction([...ALL], 'readwrite');
      // Its failure is that of a request, which says more.
      transaction.done.catch(() => undefined);
      for (const name of OF_HEADS) {
        const store = transaction.objectStore(name);
        // One after another: all heads at once would be too much memory.
        for (const [, headId] of await store.getAllKeys(headsOf(this.project))) {
          await store.put(await store.get([this.project, headId]), [other, headId]);
        }
      }
      for (const name of ['studies', 'views'] as const) {
        const store = transaction.objectStore(name);
        const found = await store.get(this.project);
        if (found !== undefined) await store.put(found, other);
      }
      await transaction.done;
    });
  }

  /** What its heads take, in bytes. */
  async bytes(): Promise<number> {
    const heads = await this.database.use((database) =>
      database.getAll('heads', headsOf(this.project)),
    );
    return recordsIn(heads).reduce((sum, own) => sum + own.weights + (own.snapshots ?? 0), 0);
  }

  private write(
    head: StoredHead,
    numbers: PortableHead | null,
    shownId: string,
    bound: HeadBound,
  ): Promise<StoredHeadRecord[]> {
    return this.database.use(async (database) => {
      const { headId } = head.run.result;
      const before = recordsIn(await database.getAll('heads', headsOf(this.project)));
      const known = before.find((record) => idOf(record) === headId);
      const own = numbers ? sizesOf(numbers) : known;
      if (!own) return before;
      const { weights, snapshots } = own;
      const all = [...before.filter((record) => record !== known), { ...head, weights, snapshots }];
      const sizes = all.map((record) => ({ ...record, headId: idOf(record) }));
      const cuts = headCuts(sizes, shownId, bound);
      const removals = this.removals(cuts);
      // A full disk gives back what is deleted before it is written to, not together with that.
      if (bound.snapshots !== 'all') await change(database, OF_HEADS, removals);
      const after = all
        .filter((record) => !cuts.heads.includes(idOf(record)))
        .map((record) =>
          cuts.snapshots.includes(idOf(record)) ? { ...record, snapshots: null } : record,
        );
      const changed = after.filter((record) => !before.includes(record));
      await change(database, OF_HEADS, [
        ...changed.map(
          (record) => (transaction: Writing) =>
            transaction.objectStore('heads').put(record, [this.project, idOf(record)]),
        ),
        ...(numbers ? this.numbersOf(headId, numbers) : []),
        ...removals,
      ]);
      return after;
    });
  }

  private numbersOf(headId: string, { snapshots, ...weights }: PortableHead): Write[] {
    const key: HeadKey = [this.project, headId];
    return [
      (transaction) => transaction.objectStore('weights').put({ ...weights, snapshots: [] }, key),
      (transaction) => transaction.objectStore('snapshots').put(snapshots, key),
    ];
  }

  private removals({ heads, snapshots }: HeadCuts): Write[] {
    return [
      ...heads.flatMap((headId) => removal([this.project, headId])),
      ...snapshots.map(
        (headId) => (transaction: Writing) =>
          transaction.objectStore('snapshots').delete([this.project, headId]),
      ),
    ];
  }

  private change(names: readonly StoreName[], writes: readonly Write[]): Promise<void> {
    return this.database.use((database) => change(database, names, writes));
  }
}

type StoreName = (typeof ALL)[number];
type Writing = ReturnType<typeof writing>;
type Write = (transaction: Writing) => Promise<unknown>;

function writing(database: IDBPDatabase<Schema>, names: readonly StoreName[]) {
  return database.transaction([...names], 'readwrite');
}

/** All of these writes or none. */
async function change(
  database: IDBPDatabase<Schema>,
  names: readonly StoreName[],
  writes: readonly Write[],
): Promise<void> {
  const transaction = writing(database, names);
  // Its failure is that of a request, which says more.
  transaction.done.catch(() => undefined);
  const all: Promise<unknown>[] = [];
  try {
    for (const write of writes) {
      const written = write(transaction);
      written.catch(() => undefined);
      all.push(written);
    }
  } catch (error) {
    // What was written before would be kept.
    transaction.abort();
    throw error;
  }
  // Without this a tab that is closed or reloaded right now would take all of it back.
  transaction.commit();
  await Promise.all([...all, transaction.done]);
}

/** Of everything that belongs to these heads. */
function removal(heads: HeadKey | IDBKeyRange): Write[] {
  return OF_HEADS.map((name) => (transaction) => transaction.objectStore(name).delete(heads));
}

function headsOf(project: number): IDBKeyRange {
  return IDBKeyRange.bound([project, ''], [project, '\uffff']);
}

function recordsIn(values: readonly unknown[]): StoredHeadRecord[] {
  return values.flatMap((value) => {
    const found = safeParse(STORED_HEAD, value);
    return found.success ? [found.output] : [];
  });
}

function idOf({ run }: StoredHead): string {
  return run.result.headId;
}

function sizesOf(head: PortableHead): { weights: number; snapshots: number } {
  const weights = headBytes({ ...head, snapshots: [] });
  return { weights, snapshots: headBytes(head) - weights };
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
