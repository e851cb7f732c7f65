import { useMemo, useState } from 'react';
import { isStudyStale, studyImagesGone } from '../../state/derive/selectors';
import type { Study, StudyStatus } from '../../state/slices/types';
import { foldCount, timeLeft } from '../../study/time-left';
import { useSampled } from '../kit/use-sampled';
import { CancelButton } from './CancelButton';
import { PausedRow } from './PausedRow';
import { RunningRow } from './RunningRow';
import './progress.css';
import { useAppState, useCommands, useWords } from '../hooks/use-app';

/** How far the comparison has come, with Cancel or Resume; and whether it still fits the images. */
export function StudyProgress() {
  const words = useWords().compare.progress;
  const status = useSampled(
    useAppState((state) => state.study),
    200,
  );
  const cancel = useCommands().cancelStudy;
  const resume = useCommands().resumeStudy;
  const stale = useAppState(isStudyStale);
  const gone = useAppState(studyImagesGone);
  const training = useAppState((state) => state.training.kind);
  const measuring = useAppState((state) => state.lowShot.kind === 'running');
  switch (status.kind) {
    case 'idle':
      return null;
    case 'queued':
      return (
        <div className="progress">
          <p className="progress__text">
            {measuring
              ? words.afterShots
              : training === 'running' || training === 'queued'
                ? words.afterTraining
                : words.afterTokens}
          </p>
          <CancelButton onClick={cancel} />
        </div>
      );
    case 'running':
      return (
        <>
          <Running status={status} onCancel={cancel} />
          {stale && <Stale />}
        </>
      );
    case 'paused':
      return (
        <PausedRow
          reason={status.reason}
          done={words.cancelled(foldCount(status.study))}
          stale={stale ? words.stalePaused(gone) : null}
          onResume={resume}
        />
      );
    case 'done':
      return stale ? <Stale /> : null;
  }
}

function Stale() {
  const words = useWords().compare.progress;
  const gone = useAppState(studyImagesGone);
  return <p className="progress progress__text">{words.stale(gone)}</p>;
}

interface RunningProps {
  status: Extract<StudyStatus, { kind: 'running' }>;
  onCancel(): void;
}

function Running({ status: { study, current }, onCancel }: RunningProps) {
  const { compare, timeLeft: leftInWords } = useWords();
  const words = compare.progress;
  const progress = foldCount(study);
  const left = useTimeLeft(study);
  const entry = study.entries.find(({ key }) => key === current?.key);
  return (
    <RunningRow
      {...{ progress, onCancel }}
      count={words.folds(progress)}
      label={words.label}
      left={left === null ? '' : leftInWords(left)}
    >
      <p className="progress__now">
        {entry && current && words.now(entry.probe, { ...study, fold: current.fold })}
      </p>
    </RunningRow>
  );
}

/** Milliseconds left on the clock: training times, stretched by what they have taken so far. */
function useTimeLeft(study: Study): number | null {
  const [start] = useState(() => ({ at: performance.now(), folds: study.results.length }));
  return useMemo(() => {
    const measured = study.results.slice(start.folds);
    const trained = measured.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    const passed = performance.now() - start.at;
    // The first folds say little: a session may have been built for them.
    return timeLeft(study, measured.length > 2 && trained > 0 ? passed / trained : 1);
  }, [study, start]);
}
