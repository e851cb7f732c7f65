import { findProbe } from '../../probes/methods/list';
import { readiness } from '../../state/derive/selectors';
import { useAppState, useWords } from '../hooks/use-app';
import { useRun } from '../hooks/use-verdicts';
import { Rich } from '../kit/Rich';

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
  const words = useWords().queries.none;
  const run = useRun();
  const training = useAppState((state) => state.training.kind);
  const ready = useAppState((state) => readiness(state).ready);
  if (training === 'running') return words.running;
  if (training === 'queued') return words.queued;
  if (run) return <Rich text={words.noQueries(findProbe(run.probe.name).label)} />;
  return <Rich text={ready ? words.pressTrain : words.trainProbe} />;
}
