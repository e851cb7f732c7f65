interface Releasable {
  release(): Promise<void>;
}

/** What runs on sessions, by name: created on first use, and freed together. */
export class SessionPool {
  private readonly pool = new Map<string, Promise<Releasable | null>>();

  /** @param make called when there is none of this name; gives null where there can be none. */
  get<T extends Releasable | null>(name: string, make: () => Promise<T>): Promise<T> {
    const known = this.pool.get(name);
    if (known) return known as Promise<T>;
    const made = make();
    this.pool.set(name, made);
    // One that could not be made is tried again.
    made.catch(() => this.pool.get(name) === made && this.pool.delete(name));
    return made;
  }

  /** Frees everything; the next use creates it again. Nothing of it may be running. */
  async release(): Promise<void> {
    const all = [...this.pool.values()];
    this.pool.clear();
    for (const made of all) await (await made.catch(() => null))?.release();
  }
}
