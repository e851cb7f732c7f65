import type { TrainResult } from '../../training/run/train-api';

/** The moments of a head's training that can be shown, as epochs in rising order. */
export function checkpointsOf({
  snapshots,
  chosenEpoch,
}: Pick<TrainResult, 'snapshots' | 'chosenEpoch'>): number[] {
  return [...new Set([...snapshots.epochs, chosenEpoch])].sort((a, b) => a - b);
}

/** What `epoch` of the store is at that moment: the kept head is shown as itself. */
export function checkpointToShow(checkpoint: number, chosenEpoch: number): number | null {
  return checkpoint === chosenEpoch ? null : checkpoint;
}

/** The moment nearest to an epoch, the earlier of two; 0 for no moments. */
export function nearestCheckpoint(checkpoints: readonly number[], epoch: number): number {
  return checkpoints.reduce(
    (best, checkpoint) =>
      Math.abs(checkpoint - epoch) < Math.abs(best - epoch) ? checkpoint : best,
    checkpoints[0] ?? 0,
  );
}

/** The moment after one; null at the end. */
export function checkpointAfter(checkpoints: readonly number[], checkpoint: number): number | null {
  return checkpoints.find((candidate) => candidate > checkpoint) ?? null;
}
