import { findProbe } from '../../../probes/methods/list';
import type { TrainedRun } from '../../../state/slices/types';
import { useWords } from '../../hooks/use-app';
import { Rich } from '../../kit/Rich';

/** Why this head's logits can't be split over the patches. */
export function NotLinear({ run }: { run: TrainedRun }) {
  const words = useWords();
  return (
    <p className="next-step">
      <Rich text={words.sees.evidence.notLinear(findProbe(run.probe.name).label)} />
    </p>
  );
}
