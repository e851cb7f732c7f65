import { findProbe } from '../../../probes/methods/list';
import type { TrainedRun } from '../../../state/slices/types';
import { Term } from '../../kit/Term';

/** Why this head's logits can't be split over the patches. */
export function NotLinear({ run }: { run: TrainedRun }) {
  return (
    <p className="next-step">
      {findProbe(run.probe.name).label} goes on computing with what it gathered, so that what one
      patch adds depends on all others: its logits have no exact account, and so no{' '}
      <Term of="evidence">evidence</Term> is shown.
    </p>
  );
}
