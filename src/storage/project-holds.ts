import { inTime } from '../vocabulary/in-time';

/** As much of `BroadcastChannel` as is needed. */
export interface TabChannel {
  postMessage(message: unknown): void;
  addEventListener(kind: 'message', listener: (event: MessageEvent) => void): void;
}

/** As much of the browser as tabs need to know of each other; a test gives its own. */
export interface TabParts {
  /** Of this tab; the same after a reload. */
  tabId: string;
  /** Null where there is none. */
  channel: TabChannel | null;
  /** Null on plain HTTP. */
  locks: Pick<LockManager, 'request'> | null;
}

/** What tabs tell each other about a project: asked for, held by the sender, or taken from the holder. */
interface Telling {
  kind: 'ask' | 'mine' | 'take' | 'given';
  project: number;
  tab: string;
}

/** A tab that is being reloaded lets go of its project a moment after the new page asks. */
const RELOAD_PATIENCE_MS = 500;
/** How long other tabs have for saying that a project is theirs. */
const ANSWER_MS = 250;
/** How long a holder has for writing down what it still has to write. */
const HANDOVER_MS = 3000;

const LOCK = 'probe-playground-project';

/**
 * Which project this tab holds, so that no two write the same one. Web Locks decide where there are
 * some; on plain HTTP tabs ask each other, which a frozen tab cannot answer: then the stamps of
 * `ProjectStorage.write` still keep one from writing over the other.
 */
export class ProjectHolds {
  /** The project that is held, and what lets go of its lock. */
  private held: { project: number; release(): void } | null = null;
  private readonly answers = new Map<number, (by: Telling) => void>();

  /**
   * @param onTaken is called when another tab takes this one's project, and waited for where there is
   * still time for writing what has to be written.
   */
  constructor(
    private readonly parts: TabParts,
    private readonly onTaken: (mayWrite: boolean) => Promise<void>,
  ) {
    parts.channel?.addEventListener('message', ({ data }) => void this.hear(data));
  }

  /** Whether no other tab can have what is held here. */
  get certain(): boolean {
    return this.parts.locks !== null;
  }

  /** Whether the project is now this tab's. One that it held before is let go of. */
  async hold(project: number, wasMine = false): Promise<boolean> {
    if (this.held?.project === project) return true;
    const lock = await this.lock(project, wasMine ? RELOAD_PATIENCE_MS : 0);
    if (lock === 'taken') return false;
    if (lock === null && (await this.isHeldElsewhere(project))) return false;
    this.keep(project, lock);
    return true;
  }

  /** Takes a project from whichever tab holds it, once that has written what it had to. */
  async take(project: number): Promise<void> {
    if (this.held?.project === project) return;
    await this.asked(project, 'take', HANDOVER_MS);
    const lock = await this.lock(project, RELOAD_PATIENCE_MS);
    const { locks } = this.parts;
    const stolen =
      lock === 'taken' && locks ? await this.request(locks, project, { steal: true }) : lock;
    this.keep(project, stolen === 'taken' ? null : stolen);
  }

  /** A project that nobody can hold yet, since it has only just been made. */
  keepNew(project: number): void {
    void this.lock(project, 0).then((lock) => this.keep(project, lock === 'taken' ? null : lock));
  }

  letGo(): void {
    this.held?.release();
    this.held = null;
  }

  private keep(project: number, release: (() => void) | null): void {
    if (this.held?.project !== project) this.letGo();
    this.held = { project, release: release ?? (() => undefined) };
  }

  /** What releases the lock; null where there are no locks. */
  private lock(project: number, patience: number): Promise<(() => void) | 'taken' | null> {
    const { locks } = this.parts;
    if (!locks) return Promise.resolve(null);
    const options: LockOptions =
      patience > 0 ? { signal: AbortSignal.timeout(patience) } : { ifAvailable: true };
    return this.request(locks, project, options);
  }

  private request(
    locks: Pick<LockManager, 'request'>,
    project: number,
    options: LockOptions,
  ): Promise<(() => void) | 'taken'> {
    return new Promise((resolve) => {
      locks
        .request(`${LOCK}-${project}`, options, (lock) => {
          if (lock === null) return resolve('taken');
          return new Promise<void>((release) => resolve(release));
        })
        .catch(() => {
          resolve('taken');
          // It was held, and stolen: this tab was asleep when it was asked.
          if (this.held?.project !== project) return;
          this.held = null;
          void this.onTaken(false);
        });
    });
  }

  private async isHeldElsewhere(project: number): Promise<boolean> {
    return (await this.asked(project, 'ask', ANSWER_MS)) !== null;
  }

  /** What another tab says to it; null when none says anything. */
  private async asked(
    project: number,
    kind: 'ask' | 'take',
    patience: number,
  ): Promise<Telling | null> {
    const { channel, tabId } = this.parts;
    if (!channel) return null;
    const answer = new Promise<Telling>((resolve) => this.answers.set(project, resolve));
    channel.postMessage({ kind, project, tab: tabId } satisfies Telling);
    try {
      return await inTime(patience, () => answer);
    } catch {
      return null;
    } finally {
      this.answers.delete(project);
    }
  }

  private async hear(data: unknown): Promise<void> {
    const { channel, tabId } = this.parts;
    if (!isTelling(data) || data.tab === tabId) return;
    const { kind, project } = data;
    if (kind === 'mine' || kind === 'given') {
      this.answers.get(project)?.(data);
      return;
    }
    if (this.held?.project !== project) return;
    if (kind === 'take') {
      await this.onTaken(true).catch(() => undefined);
      this.letGo();
    }
    channel?.postMessage({ kind: kind === 'take' ? 'given' : 'mine', project, tab: tabId });
  }
}

function isTelling(data: unknown): data is Telling {
  return (
    typeof data === 'object' &&
    data !== null &&
    'kind' in data &&
    'project' in data &&
    typeof data.project === 'number' &&
    'tab' in data
  );
}

/** What the browser has of it. Reading each of these may throw where storage is refused. */
export function browserTab(): TabParts {
  return {
    tabId: attempt(tabId) ?? randomId(),
    channel: attempt(() => new BroadcastChannel(LOCK)),
    locks: attempt(() => navigator.locks ?? null),
  };
}

function tabId(): string {
  const key = `${LOCK}-tab`;
  // A duplicated tab has its original's id: it must not take itself for that one.
  const isReload = performance
    .getEntriesByType('navigation')
    .some((entry) => 'type' in entry && entry.type === 'reload');
  const before = isReload ? sessionStorage.getItem(key) : null;
  const id = before ?? randomId();
  sessionStorage.setItem(key, id);
  return id;
}

function randomId(): string {
  return Math.random().toString(36).slice(2);
}

function attempt<T>(ask: () => T | null): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
