import type { HeadTensors } from '../model/head';

/** A head as it was on its way. */
export interface Snapshot {
  epoch: number;
  /** For raw tokens. */
  tensors: HeadTensors;
}

/** The most that the snapshots of one head take, in bytes; where one head alone takes more, it alone stays. */
export const SNAPSHOT_LIMIT = 64e6;
/** A replay has no use for more. */
const MOST = 32;

/**
 * Keeps heads at even distances of a run whose end is not known: those of every k-th epoch, and of
 * every 2k-th from when they become too many or too large.
 */
export class SnapshotKeeper {
  private kept: Snapshot[] = [];
  private distance = 1;

  constructor(private readonly limit = SNAPSHOT_LIMIT) {}

  /** Whether the head of this epoch is wanted. */
  due(epoch: number): boolean {
    return epoch % this.distance === 0;
  }

  /** Takes a head in that nobody changes afterwards; one that is not due is left out. */
  offer(snapshot: Snapshot): void {
    if (!this.due(snapshot.epoch)) return;
    this.kept.push(snapshot);
    // Beside these the kept and the last epoch need their place.
    while (this.kept.length > 1 && this.tooMuch(this.kept.length + 2)) this.thin();
  }

  /**
   * What is left at the end, in rising order: always the head that was kept, the last one unless both
   * are too much, and what fits of the others.
   */
  finish(kept: Snapshot, last: Snapshot): Snapshot[] {
    const ends = last.epoch === kept.epoch ? [kept] : [kept, last];
    const others = this.kept.filter(({ epoch }) => ends.every((end) => end.epoch !== epoch));
    const fitting = [...ends, ...others].slice(0, Math.max(1, this.room(kept)));
    return fitting.toSorted((a, b) => a.epoch - b.epoch);
  }

  private thin(): void {
    this.distance *= 2;
    this.kept = this.kept.filter(({ epoch }) => this.due(epoch));
  }

  private tooMuch(count: number): boolean {
    const [first] = this.kept;
    return first !== undefined && (count > MOST || count > this.room(first));
  }

  /** How many heads the limit has room for: all of a run are of one size. */
  private room(one: Snapshot): number {
    return Math.floor(this.limit / bytesOf([one]));
  }
}

/** Memory that snapshots take. */
export function bytesOf(snapshots: readonly Snapshot[]): number {
  return snapshots.reduce(
    (sum, { tensors }) =>
      sum + Object.values(tensors).reduce((bytes, tensor) => bytes + tensor.byteLength, 0),
    0,
  );
}
