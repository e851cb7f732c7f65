/** For tests: as much of Cache Storage as is used, in memory. */
export class FakeCache {
  readonly entries = new Map<string, Response>();
  /** Bytes there is room for. */
  room = Number.POSITIVE_INFINITY;

  async put(key: string, response: Response): Promise<void> {
    const copy = response.clone();
    if ((await response.arrayBuffer()).byteLength > this.room) {
      throw new DOMException('Quota exceeded.', 'QuotaExceededError');
    }
    this.entries.set(key, copy);
  }
  match = async (key: string) => this.entries.get(key)?.clone();
  keys = async () => [...this.entries.keys()].map((url) => new Request(url));
  delete = async (key: string) => this.entries.delete(key);
}
