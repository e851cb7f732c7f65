import type { HeadTensors } from '../model/head';

/** A head as it was at some epoch of its training. */
export interface Snapshot {
  epoch: number;
  /** For raw tokens. */
  tensors: HeadTensors;
}

/** The most that the snapshots of one run take, in bytes; where a single head takes more, it is the only one. */
export const SNAPSHOT_LIMIT = 64e6;
/** More frames than this make a replay no better. */
const MOST = 32;

/**
 * Keeps heads at even distances of a run whose length is not known: those of every k-th epoch; k
 * doubles when they become too many or too large.
 */
export class SnapshotKeeper {
  private snapshots: Snapshot[] = [];
  private distance = 1;

  constructor(private readonly limit = SNAPSHOT_LIMIT) {}

  /** Whether the head of this epoch is wanted. */
  due(epoch: number): boolean {
    return epoch % this.distance === 0;
  }

  /** Takes a head, whose tensors must not change afterwards; one that is not due is left out. */
  offer(snapshot: Snapshot): void {
    if (!this.due(snapshot.epoch)) return;
    this.snapshots.push(snapshot);
    // Two places are left for the chosen and the last epoch.
    while (this.snapshots.length > 1 && this.tooMuch(this.snapshots.length + 2)) this.thin();
  }

  /**
   * What is left at the end, in rising order: always the chosen head, the last one unless both are too
   * much, and what fits of the others.
   */
  finish(chosen: Snapshot, last: Snapshot): Snapshot[] {
    const ends = last.epoch === chosen.epoch ? [chosen] : [chosen, last];
    const others = this.snapshots.filter(({ epoch }) => ends.every((end) => end.epoch !== epoch));
    const fitting = [...ends, ...others].slice(0, Math.max(1, this.room(chosen)));
    return fitting.toSorted((a, b) => a.epoch - b.epoch);
  }

  private thin(): void {
    this.distance *= 2;
    this.snapshots = this.snapshots.filter(({ epoch }) => this.due(epoch));
  }

  private tooMuch(count: number): boolean {
    const [first] = this.snapshots;
    return first !== undefined && (count > MOST || count > this.room(first));
  }

  /** How many heads the limit has room for: all of a run are of one size. */
  private room(one: Snapshot): number {
    return Math.floor(this.limit / bytesOf([one]));
  }
}

/** Memory that snapshots take. */
export function bytesOf(snapshots: readonly Pick<Snapshot, 'tensors'>[]): number {
  return snapshots.reduce(
    (sum, { tensors }) =>
      sum + Object.values(tensors).reduce((bytes, tensor) => bytes + tensor.byteLength, 0),
    0,
  );
}
