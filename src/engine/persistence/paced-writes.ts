/** Time between two writes: a hundred images that arrive are a few of them, not a hundred. */
const PAUSE_MS = 300;

/**
 * When what has changed is written: at once after a while of peace, so that a reload right after a
 * change finds it, else a moment after the write before; never two at a time.
 */
export class PacedWrites {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private timerEnds = 0;
  private last = Number.NEGATIVE_INFINITY;
  private writing: Promise<void> = Promise.resolve();

  /** @param save writes what is to be written by then. Must not reject. */
  constructor(private readonly save: () => Promise<void>) {}

  /** Whether a write is waited for. */
  get due(): boolean {
    return this.timer !== null;
  }

  /** Resolves when what is being written now has been. */
  get settled(): Promise<void> {
    return this.writing;
  }

  /** Writes so many milliseconds after the last write began; sooner where that was asked for before. */
  soon(pause = PAUSE_MS): void {
    const now = performance.now();
    const ends = Math.max(now, this.last + pause);
    if (this.timer !== null && this.timerEnds <= ends) return;
    this.cancel();
    this.timerEnds = ends;
    this.timer = setTimeout(() => this.now(), ends - now);
  }

  now(): void {
    this.cancel();
    this.last = performance.now();
    this.writing = this.writing.then(() => this.save());
  }

  /** Writes at once what waits to be written. */
  async flush(): Promise<void> {
    if (this.due) this.now();
    await this.writing;
  }

  /** What waits is not written. */
  cancel(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
