import { type Failure, failureOf } from '../../vocabulary/failures';

/** What is known of something that a worker was asked for. */
export type Answer<Value, Progress> =
  | { kind: 'asking'; progress: Progress | null }
  | { kind: 'ready'; value: Value }
  | { kind: 'failed'; failure: Failure };

export interface AskOptions<Progress> {
  signal: AbortSignal;
  onProgress(progress: Progress): void;
}

/** Where answers come from. */
export type Ask<Args, Value, Progress> = (
  args: Args,
  options: AskOptions<Progress>,
) => Promise<Value>;

interface Entry<Value, Progress> {
  answer: Answer<Value, Progress>;
  /** How many parts of the page want it. */
  wanted: number;
  /** Ends the call that the answer waits for. */
  controller: AbortController;
}

/**
 * Answers of a worker that are asked for by those who show them, kept while they may be shown again.
 * What nobody waits for any more is aborted. Values are big, so they stay out of the store.
 */
export class QueryCache<Args, Value, Progress = never> {
  private readonly entries = new Map<string, Entry<Value, Progress>>();
  private readonly listeners = new Set<() => void>();

  /** @param most finished answers that are kept, the last used. */
  constructor(
    private readonly keyOf: (args: Args) => string,
    private readonly most: number,
    private readonly source: Ask<Args, Value, Progress>,
  ) {}

  /** The same object until it changes. */
  read(args: Args): Answer<Value, Progress> | null {
    return this.entries.get(this.keyOf(args))?.answer ?? null;
  }

  /** Asks unless it is known. @returns to be called when it is no longer wanted. */
  want(args: Args): () => void {
    const key = this.keyOf(args);
    const known = this.entries.get(key);
    const entry = known ?? newEntry<Value, Progress>();
    // Re-inserted, so that the map's order is that of last use.
    this.entries.delete(key);
    this.entries.set(key, entry);
    entry.wanted += 1;
    if (!known) this.ask(entry, args);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      entry.wanted -= 1;
      // Who lets go may be the one who takes it up again at once, or make room for one who does.
      queueMicrotask(() => this.settleDown(key, entry));
    };
  }

  /** Asks anew for what failed. */
  retry(args: Args): void {
    const entry = this.entries.get(this.keyOf(args));
    if (entry?.answer.kind === 'failed') this.ask(entry, args);
  }

  /** Forgets everything, as when the worker is gone. */
  clear(): void {
    for (const { controller } of this.entries.values()) controller.abort();
    this.entries.clear();
    this.tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private ask(entry: Entry<Value, Progress>, args: Args): void {
    const controller = new AbortController();
    entry.controller = controller;
    const show = (answer: Answer<Value, Progress>) => {
      if (controller.signal.aborted) return;
      entry.answer = answer;
      this.tell();
    };
    show({ kind: 'asking', progress: null });
    this.source(args, {
      signal: controller.signal,
      onProgress: (progress) => show({ kind: 'asking', progress }),
    }).then(
      (value) => show({ kind: 'ready', value }),
      (error: unknown) => show({ kind: 'failed', failure: failureOf(error) }),
    );
  }

  /** Keeps what nobody wants for a while when it is there; gives it up when it is not. */
  private settleDown(key: string, entry: Entry<Value, Progress>): void {
    if (entry.wanted > 0) return;
    if (entry.answer.kind === 'ready') {
      this.forgetOldest();
    } else {
      entry.controller.abort();
      if (this.entries.get(key) === entry) this.entries.delete(key);
    }
  }

  private forgetOldest(): void {
    for (const [key, entry] of this.entries) {
      if (this.entries.size <= this.most) return;
      if (entry.wanted === 0) this.entries.delete(key);
    }
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

function newEntry<Value, Progress>(): Entry<Value, Progress> {
  return {
    answer: { kind: 'asking', progress: null },
    wanted: 0,
    controller: new AbortController(),
  };
}
