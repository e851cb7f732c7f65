import { WorkerClient } from '../../bridge/client';
import type { CallMap } from '../../bridge/messages';
import { type Failure, failureOf } from '../../vocabulary/failures';
import { asError } from '../../vocabulary/programming-error';

/** Why a worker that was in use is gone: by itself, by an event of its own, or because it was replaced. */
export type LossCause = 'died' | 'event' | 'replaced';

export interface SupervisedWorkerSpec<C extends CallMap, Event, Loaded> {
  spawn(): Worker;
  /** A worker that answers nothing for this long has died; see `WorkerClient`. */
  silenceMs?: number | undefined;
  /** Everything a fresh worker needs before its first use. */
  load(client: WorkerClient<C, Event>): Promise<Loaded>;
  onReady(loaded: Loaded): void;
  /** A worker that was in use has gone; a fresh one is on its way. */
  onLost(cause: LossCause, failure: Failure): void;
  /** A fresh worker did not start; another is tried unless this was the last try. */
  onStartFailed(error: Error): void;
  onGaveUp(failure: Failure): void;
  /** Whether no fresh worker could help. */
  isFinal?(error: Error): boolean;
  /** What has failed when this event means that the worker is of no more use, else null. */
  endedBy?(event: Event): Failure | null;
}

const MOST_TRIES = 3;

/** One worker that is always there: when it dies, a fresh one is started and loaded in its place. */
export class SupervisedWorker<C extends CallMap, Event, Loaded> {
  private client: WorkerClient<C, Event> | null = null;
  private ready = false;
  private failures = 0;
  private waiting: ((client: WorkerClient<C, Event>) => void)[] = [];

  constructor(private readonly spec: SupervisedWorkerSpec<C, Event, Loaded>) {}

  /** Starts the worker, or puts a fresh one in its place, with all tries before it. */
  start(): void {
    this.failures = 0;
    void this.launch();
  }

  /** Puts a fresh worker in the place of the one in use, or of the one that is starting. */
  replace(): void {
    this.lose('replaced', { code: 'worker-replaced' });
  }

  /**
   * Starts another worker beside the one in use and puts it in its place once it is loaded.
   * `arrive` is called in between, before anybody gets the new one.
   * @throws what `load` threw, or `AbortError`; the one in use stays then.
   */
  async exchange(
    load: (client: WorkerClient<C, Event>) => Promise<Loaded>,
    apply: () => void,
    signal: AbortSignal,
  ): Promise<void> {
    signal.throwIfAborted();
    const client = this.spawn();
    const end = () => client.end();
    signal.addEventListener('abort', end, { once: true });
    try {
      const loaded = await load(client);
      signal.throwIfAborted();
      this.client?.end();
      this.client = client;
      this.ready = false;
      apply();
      this.use(client, loaded);
    } catch (error) {
      client.end();
      // The one that was ended says so in its own way.
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener('abort', end);
    }
  }

  /** Ends the worker for good, until `start` is called. */
  giveUp(failure: Failure): void {
    this.client?.end();
    this.client = null;
    this.ready = false;
    this.spec.onGaveUp(failure);
  }

  /** The worker in use; null while none is ready. */
  get inUse(): WorkerClient<C, Event> | null {
    return this.ready ? this.client : null;
  }

  /** Resolves with a loaded worker, however long that takes. */
  whenReady(): Promise<WorkerClient<C, Event>> {
    const { inUse } = this;
    if (inUse) return Promise.resolve(inUse);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private lose(cause: LossCause, failure: Failure): void {
    this.spec.onLost(cause, failure);
    this.start();
  }

  private async launch(): Promise<void> {
    this.client?.end();
    this.ready = false;
    const client = this.spawn();
    this.client = client;
    try {
      const loaded = await this.spec.load(client);
      if (client === this.client) this.use(client, loaded);
    } catch (error) {
      if (client !== this.client) return;
      this.retry(asError(error));
    }
  }

  private spawn(): WorkerClient<C, Event> {
    const client: WorkerClient<C, Event> = new WorkerClient<C, Event>(this.spec.spawn(), {
      silenceMs: this.spec.silenceMs,
      onEvent: (event) => {
        const failure = this.spec.endedBy?.(event) ?? null;
        if (failure !== null && client === this.client) this.lose('event', failure);
      },
      onDeath: (death) => {
        // While it is loading, the failing call tells.
        if (client === this.client && this.ready) this.lose('died', { code: 'worker-died', death });
      },
    });
    return client;
  }

  private use(client: WorkerClient<C, Event>, loaded: Loaded): void {
    this.ready = true;
    this.failures = 0;
    this.spec.onReady(loaded);
    for (const resolve of this.waiting.splice(0)) resolve(client);
  }

  private retry(error: Error): void {
    this.failures += 1;
    this.spec.onStartFailed(error);
    const useless = this.spec.isFinal?.(error) ?? false;
    if (this.failures < MOST_TRIES && !useless) void this.launch();
    else this.giveUp(failureOf(error));
  }
}
