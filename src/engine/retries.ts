/** Which of many things failed, and wait for another try; each has so many. */
export class Retries {
  private readonly failures = new Map<string, number>();
  private readonly resting = new Set<string>();

  /**
   * @param pauses milliseconds before each further try.
   * @param onReady is called when something can be tried again.
   */
  constructor(
    private readonly pauses: readonly number[],
    private readonly onReady: () => void,
  ) {}

  /** Whether it is to be left alone: for now, or for good. */
  isResting(id: string): boolean {
    return this.resting.has(id);
  }

  /** It failed. False when it has no tries left. */
  willTryAgain(id: string): boolean {
    const before = this.failures.get(id) ?? 0;
    const pause = this.pauses[before];
    if (pause === undefined) return false;
    this.failures.set(id, before + 1);
    this.resting.add(id);
    setTimeout(() => {
      this.resting.delete(id);
      this.onReady();
    }, pause);
    return true;
  }

  /** It is left alone for good. */
  giveUp(id: string): void {
    this.resting.add(id);
  }

  /** It went well: should it fail another time, it has all its tries. */
  succeeded(id: string): void {
    this.failures.delete(id);
  }

  clear(): void {
    this.failures.clear();
    this.resting.clear();
  }
}
