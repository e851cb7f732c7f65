import { mendStyles } from './mend-styles';

type LateState<T> = { kind: 'coming' } | { kind: 'here'; part: T } | { kind: 'missing' };

/** Without a word from the server for so long, people are told. What comes later counts still. */
const PATIENCE_MS = 30_000;

/** A part of the page that is asked for while the page is there already, and may not come. */
export class LatePart<T> {
  private state: LateState<T> = { kind: 'coming' };
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly load: () => Promise<T>,
    private readonly mend: () => Promise<void> = mendStyles,
  ) {}

  readonly read = (): LateState<T> => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Never throws. */
  async ask(): Promise<void> {
    const timer = setTimeout(() => this.miss(), PATIENCE_MS);
    try {
      this.show({ kind: 'here', part: await this.load() });
    } catch {
      this.miss();
    } finally {
      clearTimeout(timer);
    }
  }

  /** As `ask`, after a failure. Where a browser remembers that, it fails again, and only a reload helps. */
  async askAgain(): Promise<void> {
    this.show({ kind: 'coming' });
    try {
      await this.mend();
    } catch {
      return this.miss();
    }
    await this.ask();
  }

  private miss(): void {
    if (this.state.kind !== 'here') this.show({ kind: 'missing' });
  }

  private show(state: LateState<T>): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
