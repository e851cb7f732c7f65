import type { CurvePoint } from '../../vocabulary/heads';
import type { TrainedRun } from '../slices/types';

/**
 * How a run's last epoch did on its held-out images, where another epoch was kept for doing better
 * on them: no image chose the last one, so its accuracy does not flatter. Null where the two do not
 * differ, and where it is not known.
 */
export function lastEpochOf(
  { result }: Pick<TrainedRun, 'result'>,
  curve: readonly CurvePoint[],
): { correct: number; total: number } | null {
  const { heldOut, chosenByHeldOut, epochsRun } = result;
  const last = curve.at(-1);
  if (!heldOut || !chosenByHeldOut || last?.epoch !== epochsRun) return null;
  if (last.heldOutAccuracy === null) return null;
  const correct = Math.round(last.heldOutAccuracy * heldOut.total);
  return correct === heldOut.correct ? null : { correct, total: heldOut.total };
}
