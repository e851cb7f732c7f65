import { useMemo, useState } from 'react';
import { entryName } from '../../messages/en/entry-name';
import { count } from '../../messages/en/format';
import { isStudyStale } from '../../state/derive/selectors';
import type { Study, StudyStatus } from '../../state/slices/types';
import { foldCount, timeLeft, timeLeftInWords } from '../../study/time-left';
import { useSampled } from '../kit/use-sampled';
import './progress.css';
import { useAppState, useCommands, useWords } from '../hooks/use-app';

/** How far the comparison has come, with Cancel or Resume; and whether it still fits the images. */
export function StudyProgress() {
  const status = useSampled(
    useAppState((state) => state.study),
    200,
  );
  const cancel = useCommands().cancelStudy;
  const words = useWords();
  const resume = useCommands().resumeStudy;
  const stale = useAppState(isStudyStale);
  const training = useAppState((state) => state.training.kind);
  switch (status.kind) {
    case 'idle':
      return null;
    case 'queued':
      return (
        <div className="progress">
          <p className="progress__text">
            {training === 'running' || training === 'queued'
              ? 'Starts when training has ended.'
              : 'Starts when every image has its tokens.'}
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
    case 'paused': {
      const { done, total } = foldCount(status.study);
      return (
        <div className="progress" data-kind={status.reason === null ? undefined : 'failed'}>
          <p className="progress__text">
            {status.reason
              ? words.failureText(status.reason)
              : `Cancelled: ${done} of ${count(total, 'fold')} are finished.`}
            {stale && ' Images have changed since: start anew to take them in.'}
          </p>
          {/* Other images would make other folds: what is finished could not be compared with the rest. */}
          <button type="button" className="button button--small" disabled={stale} onClick={resume}>
            Resume
          </button>
        </div>
      );
    }
    case 'done':
      return stale ? <Stale /> : null;
  }
}

function Stale() {
  return (
    <p className="progress progress__text">
      Images have changed since: start the comparison anew to take them in.
    </p>
  );
}

function CancelButton({ onClick }: { onClick(): void }) {
  return (
    <button type="button" className="button button--small" onClick={onClick}>
      Cancel
    </button>
  );
}

interface RunningProps {
  status: Extract<StudyStatus, { kind: 'running' }>;
  onCancel(): void;
}

function Running({ status: { study, current }, onCancel }: RunningProps) {
  const { done, total } = foldCount(study);
  const left = useTimeLeft(study);
  const entry = study.entries.find(({ key }) => key === current?.key);
  return (
    <div className="progress">
      <span className="progress__count">
        {done} / {total} folds
      </span>
      <progress className="progress__bar" value={done} max={total} aria-label="Comparison" />
      <span className="progress__left">{left === null ? '' : timeLeftInWords(left)}</span>
      <CancelButton onClick={onCancel} />
      <p className="progress__now">
        {entry && current && (
          <>
            {entryName(entry.probe)}, fold {(current.fold % study.folds) + 1} of {study.folds}
            {study.repeats > 1 &&
              `, repeat ${Math.floor(current.fold / study.folds) + 1} of ${study.repeats}`}
          </>
        )}
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
