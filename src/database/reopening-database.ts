import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb';
import { inTime } from '../vocabulary/in-time';

/** A browser that has not opened a database after so long will not. */
const PATIENCE_MS = 10_000;

export interface DatabaseSpec<S extends DBSchema> {
  name: string;
  version: number;
  upgrade: NonNullable<OpenDBCallbacks<S>['upgrade']>;
  patience?: number | undefined;
  /** How a database is opened; a test gives its own. */
  connect?: typeof openDB<S>;
}

/**
 * A database that is opened when it is first needed. A connection that was lost, to the browser or to
 * a later version of this page in another tab, is opened again by the next use.
 */
export class ReopeningDatabase<S extends DBSchema> {
  private connection: Promise<IDBPDatabase<S>> | null = null;
  /** Connections that were opened. After another one nothing of what was there before is certain. */
  connections = 0;

  constructor(private readonly spec: DatabaseSpec<S>) {}

  /**
   * Works on the database, with a fresh connection once more where the first was lost under it.
   * @param work may be carried out twice.
   * @throws what `work` throws, or the browser where it gives no storage; `no-answer`.
   */
  async use<T>(work: (database: IDBPDatabase<S>) => Promise<T>): Promise<T> {
    const before = this.connection;
    try {
      return await work(await this.connect());
    } catch (error) {
      // One that was opened just now, and fails, has its reason.
      if (before === null || !isLost(error)) throw error;
      if (this.connection === before) await this.close();
      return work(await this.connect());
    }
  }

  /** The next use opens it again. */
  async close(): Promise<void> {
    const connection = this.connection;
    this.connection = null;
    (await connection?.catch(() => null))?.close();
  }

  private connect(): Promise<IDBPDatabase<S>> {
    if (this.connection) return this.connection;
    const connection = this.open();
    this.connection = connection;
    connection.catch(() => this.forget(connection));
    return connection;
  }

  // Async, since some browsers throw at once where others answer later.
  private async open(): Promise<IDBPDatabase<S>> {
    const { name, version, upgrade, patience = PATIENCE_MS, connect = openDB<S> } = this.spec;
    const opening = connect(name, version, {
      upgrade,
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        this.connection = null;
      },
      terminated: () => {
        this.connection = null;
      },
    });
    try {
      const database = await inTime(patience, () => opening);
      this.connections += 1;
      return database;
    } catch (error) {
      // It may still come, and would then stand in the way of a later version.
      opening.then((database) => database.close()).catch(() => undefined);
      throw error;
    }
  }

  private forget(connection: Promise<unknown>): void {
    if (this.connection === connection) this.connection = null;
  }
}

function isLost(error: unknown): boolean {
  return (
    error instanceof DOMException &&
    ['InvalidStateError', 'UnknownError', 'AbortError', 'TransactionInactiveError'].includes(
      error.name,
    )
  );
}
