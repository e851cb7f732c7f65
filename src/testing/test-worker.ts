import type { CallMap, FromWorker, ToWorker } from '../bridge/messages';
import { AppError } from '../vocabulary/failures';

type Method<C extends CallMap> = keyof C & string;

/** A call that reached a fake worker. */
export interface WorkerCall<C extends CallMap, K extends Method<C> = Method<C>> {
  method: K;
  args: C[K]['args'];
  answer(result: C[K]['result']): void;
  progress(value: C[K]['progress']): void;
  fail(error: Error): void;
  /** Whether the page no longer wants the result. */
  aborted: boolean;
}

/** What a fake worker answers by itself, by method; other calls wait for the test. */
export type Replies<C extends CallMap> = {
  [K in Method<C>]?: (args: C[K]['args']) => C[K]['result'] | Promise<C[K]['result']>;
};

/** For tests: a worker that speaks the bridge's words, and answers as it is told. */
export class FakeWorker<C extends CallMap, Event = unknown> {
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  /** Whether the page has ended it. */
  ended = false;
  readonly calls: WorkerCall<C>[] = [];
  private readonly byId = new Map<number, WorkerCall<C>>();

  constructor(readonly replies: Replies<C> = {}) {}

  /** As the page sees it. */
  get worker(): Worker {
    return this as unknown as Worker;
  }

  /** What it was asked for by this name, in order. */
  asked<K extends Method<C>>(method: K): C[K]['args'][] {
    return this.calls.filter((call) => call.method === method).map(({ args }) => args);
  }

  /** The last call of this name. */
  last<K extends Method<C>>(method: K): WorkerCall<C, K> {
    const found = this.calls.findLast((call) => call.method === method);
    if (!found) throw new Error(`Nothing was asked by the name of ${method}.`);
    return found as unknown as WorkerCall<C, K>;
  }

  /** It ends by itself, as when its script throws or its memory is out. */
  die(message = 'boom'): void {
    this.onerror?.({ message });
  }

  emit(value: Event): void {
    this.post({ kind: 'event', value });
  }

  postMessage(message: ToWorker, buffers: Transferable[]): void {
    // What can't be cloned must fail here, as it does in the browser.
    const sent = structuredClone(message, { transfer: buffers });
    if (sent.kind === 'ping') this.post({ kind: 'pong' });
    else if (sent.kind === 'abort') this.abort(sent.id);
    else this.take(sent.id, sent.method as Method<C>, sent.args);
  }

  terminate(): void {
    this.ended = true;
  }

  private abort(id: number): void {
    const call = this.byId.get(id);
    if (call) call.aborted = true;
  }

  private take<K extends Method<C>>(id: number, method: K, args: C[K]['args']): void {
    const call: WorkerCall<C, K> = {
      method,
      args,
      answer: (value) => this.post({ kind: 'result', id, value }),
      progress: (value) => this.post({ kind: 'progress', id, value }),
      fail: (error) => {
        const failure = error instanceof AppError ? error.failure : null;
        this.post({ kind: 'error', id, name: error.name, message: error.message, failure });
      },
      aborted: false,
    };
    this.calls.push(call as unknown as WorkerCall<C>);
    this.byId.set(id, call as unknown as WorkerCall<C>);
    const reply = this.replies[method];
    if (reply) void Promise.resolve(args).then(reply).then(call.answer, call.fail);
  }

  private post(message: FromWorker): void {
    queueMicrotask(() => {
      if (!this.ended) this.onmessage?.({ data: message });
    });
  }
}
