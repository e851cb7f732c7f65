import { useMemo } from 'react';
import { lowShotStudyOf } from '../../../state/derive/low-shot';
import type { LowShotStudy } from '../../../state/slices/types';
import { judgeLowShot } from '../../../study/low-shot/shot-finding';
import { shotRows } from '../../../study/low-shot/shot-rows';
import { useAppState, useWords } from '../../hooks/use-app';
import { late } from '../../kit/late';
import { useSampled } from '../../kit/use-sampled';
import { Findings } from '../Findings';
import { LowShotProgress } from './LowShotProgress';
import { LowShotSetup } from './LowShotSetup';
import { ShotTable } from './ShotTable';
import './low-shot.css';

// Big, like the other figures, whose parts it shares.
const ShotFigure = late(
  () => import('./ShotFigure').then((file) => file.ShotFigure),
  <div className="figure" />,
);

/** How many images a class it takes: what to measure, and what came of it. */
export function LowShot() {
  const study = useSampled(
    useAppState((state) => lowShotStudyOf(state.lowShot)),
    300,
  );
  return (
    <>
      <LowShotSetup />
      <LowShotProgress />
      {study && <Results study={study} />}
    </>
  );
}

function Results({ study }: { study: LowShotStudy }) {
  const { lowShot } = useWords();
  const finished = useAppState((state) => state.lowShot.kind === 'done');
  const rows = useMemo(() => shotRows(study), [study]);
  const finding = useMemo(() => judgeLowShot(study), [study]);
  const said = finding && lowShot.finding(finding);
  const { sizes, remarks } = study;
  const started = rows.some(({ accuracies }) => accuracies.some((accuracy) => accuracy !== null));
  return (
    <>
      <Findings
        sentence={said ? said.sentence : null}
        notes={said ? [said.notes] : []}
        {...{ finished, remarks }}
      />
      {started && (
        <>
          <ShotFigure rows={rows} sizes={sizes} />
          <ShotTable rows={rows} sizes={sizes} />
        </>
      )}
    </>
  );
}
