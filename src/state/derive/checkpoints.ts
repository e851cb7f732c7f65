import type { TrainResult } from '../../training/run/train-api';

/** The moments of a head's training that can be shown, as epochs in rising order. */
export function momentsOf({
  snapshots,
  keptEpoch,
}: Pick<TrainResult, 'snapshots' | 'keptEpoch'>): number[] {
  return [...new Set([...snapshots.epochs, keptEpoch])].sort((a, b) => a - b);
}

/** What `epoch` of the store is at that moment: the kept head is shown as itself. */
export function momentToShow(moment: number, keptEpoch: number): number | null {
  return moment === keptEpoch ? null : moment;
}

/** The moment nearest to an epoch, the earlier of two; 0 for no moments. */
export function nearestMoment(moments: readonly number[], epoch: number): number {
  return moments.reduce(
    (best, moment) => (Math.abs(moment - epoch) < Math.abs(best - epoch) ? moment : best),
    moments[0] ?? 0,
  );
}

/** The moment after one; null at the end. */
export function momentAfter(moments: readonly number[], moment: number): number | null {
  return moments.find((candidate) => candidate > moment) ?? null;
}
