import { useMemo, useState } from 'react';
import { isStudyStale, studyImagesGone } from '../../state/derive/selectors';
import type { Study, StudyStatus } from '../../state/slices/types';
import { foldCount, timeLeft } from '../../study/time-left';
import { useSampled } from '../kit/use-sampled';
import './progress.css';
import { useAppState, useCommands, useWords } from '../hooks/use-app';

/** How far the comparison has come, with Cancel or Resume; and whether it still fits the images. */
export function StudyProgress() {
  const { compare, failureText } = useWords();
  const words = compare.progress;
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
        <div className="progress" data-kind={status.reason === null ? undefined : 'failed'}>
          <p className="progress__text">
            {status.reason ? failureText(status.reason) : words.cancelled(foldCount(status.study))}
            {stale && ` ${words.stalePaused(gone)}`}
          </p>
          {/* Other images would make other folds: what is finished could not be compared with the rest. */}
          <button type="button" className="button button--small" disabled={stale} onClick={resume}>
            {compare.resume}
          </button>
        </div>
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

function CancelButton({ onClick }: { onClick(): void }) {
  const words = useWords().compare;
  return (
    <button type="button" className="button button--small" onClick={onClick}>
      {words.cancel}
    </button>
  );
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
    <div className="progress">
      <span className="progress__count">{words.folds(progress)}</span>
      <progress
        className="progress__bar"
        value={progress.done}
        max={progress.total}
        aria-label={words.label}
      />
      <span className="progress__left">{left === null ? '' : leftInWords(left)}</span>
      <CancelButton onClick={onCancel} />
      <p className="progress__now">
        {entry && current && words.now(entry.probe, { ...study, fold: current.fold })}
      </p>
    </div>
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
