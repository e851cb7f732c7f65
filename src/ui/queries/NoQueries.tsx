import { findProbe } from '../../probes/methods/list';
import { readiness } from '../../state/derive/selectors';
import { useAppState } from '../hooks/use-app';
import { useRun } from '../hooks/use-verdicts';
import { Term } from '../kit/Term';

/** What stands in a view of queries while there are none: why, and the next step. */
export function NoQueries() {
  return (
    <div className="no-queries">
      <p>
        <Reason />
      </p>
    </div>
  );
}

function Reason() {
  const run = useRun();
  const training = useAppState((state) => state.training.kind);
  const ready = useAppState((state) => readiness(state).ready);
  if (training === 'running') return 'The queries are learning. They show here when training ends.';
  if (training === 'queued') return 'Training starts as soon as all tokens are there.';
  if (run) {
    const probe = findProbe(run.probe.name);
    return (
      <>
        {probe.label} has no <Term of="queries">queries</Term>, so there are no maps to show. Train
        EP to see what each of its queries looks at.
      </>
    );
  }
  return ready ? (
    <>
      Press <strong>Train</strong> to see what each <Term of="queries">query</Term> looks at in all
      images.
    </>
  ) : (
    <>
      Train a <Term of="probe">probe</Term> to see what each <Term of="queries">query</Term> looks
      at in all images.
    </>
  );
}
