import { memo, useDeferredValue, useMemo, useState } from 'react';
import type { Study } from '../../state/slices/types';
import { type StudyRow, studyRows } from '../../study/study-table';
import { chanceOf, judgeStudy } from '../../study/verdict';
import { late } from '../kit/late';
import { useSampled } from '../kit/use-sampled';
import { Backbones } from './backbones/Backbones';
import { CompareSwitch } from './CompareSwitch';
import { Findings } from './Findings';
import { LowShot } from './low-shot/LowShot';
import { PaperNumbers } from './PaperNumbers';
import { Setup } from './Setup';
import { StudyProgress } from './StudyProgress';
import { StudyTable } from './StudyTable';
import { useStudy } from './use-study';
import './compare.css';
import { useAppState, useWords } from '../hooks/use-app';

// Big, like the curves: it comes with the page, but the page shows without it.
const ProbeFigure = late(
  () => import('./ProbeFigure').then((file) => file.ProbeFigure),
  <div className="figure" />,
);

/** The comparison of probes, of backbones, or of numbers of images, on the person's images. */
export function ComparePanel() {
  const words = useWords().compare;
  const what = useAppState((state) => state.comparing);
  return (
    <section className="compare" aria-label={words.region}>
      <CompareSwitch />
      {what === 'probes' && <Probes />}
      {what === 'backbones' && <Backbones />}
      {what === 'shots' && <LowShot />}
      <PaperNumbers />
    </section>
  );
}

/** What to compare, and what came of it. */
function Probes() {
  // Folds may finish many times a second; the figure takes several frames to draw.
  const study = useSampled(useStudy(), 300);
  const [open, setOpen] = useState(study === null);
  return (
    <>
      <Setup open={open} onOpenChange={setOpen} />
      <StudyProgress />
      {study && <Results study={study} />}
    </>
  );
}

/** Apart from the panel, so that folding the list of probes draws nothing anew. */
const Results = memo(function Results({ study }: { study: Study }) {
  const words = useWords().compare;
  const finished = useAppState((state) => state.study.kind === 'done');
  const rows = useMemo(() => studyRows(study), [study]);
  // Drawn after the table, in pieces between which the page can answer.
  const drawn = useDeferredValue(rows, NOTHING);
  const { results, folds, repeats, choice, labels, remarks } = study;
  const verdict = useMemo(
    () =>
      judgeStudy({
        ...{ rows, results, design: { folds, repeats }, choice },
        chance: chanceOf(labels),
      }),
    [rows, results, folds, repeats, choice, labels],
  );
  const said = verdict && words.verdict(verdict);
  return (
    <>
      <Findings
        sentence={said ? said.sentence : null}
        notes={said ? [said.basis, said.notes] : []}
        {...{ finished, remarks }}
      />
      {results.length > 0 && <ProbeFigure rows={drawn} />}
      <StudyTable rows={rows} ordered={finished} />
    </>
  );
});

const NOTHING: StudyRow[] = [];
