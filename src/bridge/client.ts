import { AppError, type Failure } from '../vocabulary/failures';
import type { WorkerDeath } from '../vocabulary/workers';
import type { CallMap, FromWorker, ToWorker } from './messages';

/** The worker ended, or stopped answering, before the call came back. */
export class WorkerDied extends AppError {
  override name = 'WorkerDied';

  constructor(
    override readonly failure: Extract<
      Failure,
      { code: 'worker-died' | 'worker-ended' | 'worker-gone' }
    >,
  ) {
    super(failure);
  }

  /** The page ended it, so whatever it was doing is not to blame. */
  get onPurpose(): boolean {
    return this.failure.code !== 'worker-died';
  }
}

const BEAT_MS = 2000;

export interface CallOptions<Progress> {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
  /** Buffers inside the arguments that move to the worker instead of being copied. */
  transfer?: Transferable[] | undefined;
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
  onProgress?: ((progress: never) => void) | undefined;
  stopListening(): void;
}

export interface WorkerClientOptions<Event> {
  onEvent?: (event: Event) => void;
  /** Called once when the worker has died by itself; not after `end()`. */
  onDeath?: (death: WorkerDeath) => void;
  /** A worker with calls pending that stays silent this long is taken for dead. */
  silenceMs?: number | undefined;
}

/**
 * The page's end of one worker: typed calls with progress and cancellation. When the worker dies,
 * every pending call rejects with `WorkerDied`; starting a fresh one is the owner's decision.
 */
export class WorkerClient<C extends CallMap, Event = never> {
  private readonly pending = new Map<number, Pending>();
  private nextId = 1;
  private ended = false;
  /** Heartbeats since the worker was last heard. Not a time: a sleeping computer is no dead worker. */
  private missed = 0;
  private readonly heartbeat: ReturnType<typeof setInterval>;

  constructor(
    private readonly worker: Worker,
    private readonly options: WorkerClientOptions<Event> = {},
  ) {
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.receive(data);
    worker.onerror = (event) => this.die({ kind: 'script-failed', detail: event.message || null });
    worker.onmessageerror = () => this.die({ kind: 'unreadable' });
    this.heartbeat = setInterval(() => this.beat(), BEAT_MS);
  }

  /**
   * Calls `method` in the worker.
   * @throws `AbortError` when `signal` aborts, `WorkerDied` when the worker is gone,
   * `DataCloneError` when `args` hold something that cannot be sent, else the worker's own error.
   */
  call<K extends keyof C & string>(
    method: K,
    args: C[K]['args'],
    { signal, onProgress, transfer = [] }: CallOptions<C[K]['progress']> = {},
  ): Promise<C[K]['result']> {
    if (this.ended) return Promise.reject(new WorkerDied({ code: 'worker-gone' }));
    if (signal?.aborted) return Promise.reject(abortError());
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.post({ kind: 'abort', id });
        this.settle(id)?.reject(abortError());
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.pending.set(id, {
        resolve: resolve as (value: unknown) => void,
        reject,
        onProgress: onProgress as ((progress: never) => void) | undefined,
        stopListening: () => signal?.removeEventListener('abort', onAbort),
      });
      try {
        this.post({ kind: 'call', id, method, args }, transfer);
      } catch (error) {
        // It never reached the worker, so no answer will settle it.
        this.settle(id);
        throw error;
      }
    });
  }

  /** Ends the worker on purpose; pending calls reject with `WorkerDied`. */
  end(): void {
    this.shutDown(new WorkerDied({ code: 'worker-ended' }));
  }

  private receive(message: FromWorker): void {
    this.missed = 0;
    switch (message.kind) {
      case 'result':
        this.settle(message.id)?.resolve(message.value);
        break;
      case 'progress':
        this.pending.get(message.id)?.onProgress?.(message.value as never);
        break;
      case 'error': {
        this.settle(message.id)?.reject(errorOf(message));
        break;
      }
      case 'event':
        this.options.onEvent?.(message.value as Event);
        break;
      case 'pong':
        break;
    }
  }

  private beat(): void {
    if (this.pending.size === 0) {
      this.missed = 0;
    } else if (this.missed * BEAT_MS >= (this.options.silenceMs ?? 20_000)) {
      this.die({ kind: 'silent' });
    } else {
      this.missed += 1;
      this.post({ kind: 'ping' });
    }
  }

  private die(death: WorkerDeath): void {
    if (this.ended) return;
    this.shutDown(new WorkerDied({ code: 'worker-died', death }));
    this.options.onDeath?.(death);
  }

  private shutDown(error: WorkerDied): void {
    this.ended = true;
    clearInterval(this.heartbeat);
    this.worker.terminate();
    for (const id of [...this.pending.keys()]) this.settle(id)?.reject(error);
  }

  private settle(id: number): Pending | undefined {
    const pending = this.pending.get(id);
    pending?.stopListening();
    this.pending.delete(id);
    return pending;
  }

  private post(message: ToWorker, buffers: Transferable[] = []): void {
    this.worker.postMessage(message, buffers);
  }
}

/** An error of the browser or of a library, as a worker threw it. */
class ThrownInWorker extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** The error as the worker threw it. */
function errorOf({ name, message, failure }: Extract<FromWorker, { kind: 'error' }>): Error {
  if (failure) return new AppError(failure);
  return new ThrownInWorker(name, message);
}

function abortError(): DOMException {
  return new DOMException('Cancelled.', 'AbortError');
}
