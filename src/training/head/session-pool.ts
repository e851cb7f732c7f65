interface Releasable {
  release(): Promise<void>;
}

/** What runs on sessions, by name: made when first asked for, and freed together. */
export class SessionPool {
  private readonly made = new Map<string, Promise<Releasable | null>>();

  /** @param make called when there is none of this name; may find that there can be none. */
  get<T extends Releasable | null>(name: string, make: () => Promise<T>): Promise<T> {
    const known = this.made.get(name);
    if (known) return known as Promise<T>;
    const made = make();
    this.made.set(name, made);
    // One that could not be made is tried again.
    made.catch(() => this.made.get(name) === made && this.made.delete(name));
    return made;
  }

  /** Frees everything; whoever asks afterwards gets it made anew. Nothing of it may be running. */
  async release(): Promise<void> {
    const all = [...this.made.values()];
    this.made.clear();
    for (const made of all) await (await made.catch(() => null))?.release();
  }
}
