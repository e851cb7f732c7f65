import type { ReactNode } from 'react';
import { percent, wholeNumber } from '../../messages/en/format';
import { findProbe } from '../../probes/methods/list';
import type { TrainedRun } from '../../state/slices/types';
import { Term } from '../kit/Term';

/** The numbers of a finished run, each with what it rests on. */
export function ResultFacts({ run }: { run: TrainedRun }) {
  const { result } = run;
  const { training, chosenEpoch, epochsRun, mapSimilarity } = result;
  return (
    <dl className="facts">
      <Fact name={<Term of="keptEpoch">Kept epoch</Term>}>
        {chosenEpoch} of {epochsRun}
        <span className="faint">
          {result.chosenByHeldOut ? ', the best on the held-out images' : ', the last'}
          {result.stopped && '; stopped early'}
        </span>
      </Fact>
      <Fact name={<Term of="accuracy">On training images</Term>}>
        {percent(training.correct / training.total)}
        <span className="faint">
          , {training.correct} of {training.total}
        </span>
      </Fact>
      <Fact name={<Term of="parameters">Parameters</Term>}>{wholeNumber(result.parameters)}</Fact>
      {mapSimilarity !== null && (
        <Fact name={<Term of="mapSimilarity">Similarity of maps</Term>}>
          {mapSimilarity.toFixed(2)}
        </Fact>
      )}
      <Fact name={<Term of="probe">Probe</Term>}>
        {findProbe(run.probe.name).label}
        <span className="faint">, in {(result.milliseconds / 1000).toFixed(1)} s</span>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
