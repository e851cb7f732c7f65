import type { ReactNode } from 'react';
import { findProbe } from '../../probes/methods/list';
import { lastEpochOf } from '../../state/derive/last-epoch';
import type { TrainedRun } from '../../state/slices/types';
import type { CurvePoint } from '../../vocabulary/heads';
import { useWords } from '../hooks/use-app';
import { Rich } from '../kit/Rich';
import { Term } from '../kit/Term';

/** The numbers of a finished run, each with what it rests on. */
export function ResultFacts({ run, curve }: { run: TrainedRun; curve: readonly CurvePoint[] }) {
  const {
    probe: { facts: words },
    format: { decimal, wholeNumber },
  } = useWords();
  const { result } = run;
  const last = lastEpochOf(run, curve);
  const { training, chosenEpoch, epochsRun, mapSimilarity } = result;
  return (
    <dl className="facts">
      <Fact name={<Term of="keptEpoch">{words.keptEpoch}</Term>}>
        <Rich
          text={words.keptEpochValue(chosenEpoch, epochsRun, {
            best: result.chosenByHeldOut,
            stopped: result.stopped,
          })}
        />
      </Fact>
      {last && (
        <Fact name={<Term of="lastEpoch">{words.lastEpoch}</Term>}>
          <Rich text={words.lastEpochValue(last)} />
        </Fact>
      )}
      <Fact name={<Term of="accuracy">{words.onTraining}</Term>}>
        <Rich text={words.onTrainingValue(training)} />
      </Fact>
      <Fact name={<Term of="parameters">{words.parameters}</Term>}>
        {wholeNumber(result.parameters)}
      </Fact>
      {mapSimilarity !== null && (
        <Fact name={<Term of="mapSimilarity">{words.mapSimilarity}</Term>}>
          {decimal(mapSimilarity, 2)}
        </Fact>
      )}
      <Fact name={<Term of="probe">{words.probe}</Term>}>
        <Rich text={words.probeValue(findProbe(run.probe.name).label, result.milliseconds)} />
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
