import { findBackbone } from '../../backbones/catalogue/catalogue';
import { count } from '../../messages/en/format';
import { switchStage } from '../../messages/en/progress-words';
import type { AppState, Comparison } from '../../state/slices/types';
import { foldCount } from '../../study/time-left';
import { useSampled } from '../kit/use-sampled';
import './progress.css';
import { useAppState, useCommands, useWords } from '../hooks/use-app';

/** How far the comparison of backbones has come, with Cancel or Resume, and what failed. */
export function BackboneProgress() {
  const status = useAppState((state) => state.comparison);
  const cancel = useCommands().cancelComparison;
  const words = useWords();
  const resume = useCommands().resumeComparison;
  if (status.kind === 'idle') return null;
  const { comparison } = status;
  const { done, backbones } = comparison;
  return (
    <>
      {status.kind === 'running' && (
        <div className="progress">
          <span className="progress__count">
            {done} / {count(backbones.length, 'backbone')}
          </span>
          <progress
            className="progress__bar"
            value={done}
            max={backbones.length}
            aria-label="Comparison of backbones"
          />
          <span className="progress__left" />
          <button type="button" className="button button--small" onClick={cancel}>
            Cancel
          </button>
          <Now comparison={comparison} step={status.step} />
        </div>
      )}
      {status.kind === 'paused' && (
        <div className="progress" data-kind={status.reason === null ? undefined : 'failed'}>
          <p className="progress__text">
            {status.reason
              ? words.failureText(status.reason)
              : `Cancelled: ${done} of ${count(backbones.length, 'backbone')} are through.`}
          </p>
          <button type="button" className="button button--small" onClick={resume}>
            Resume
          </button>
        </div>
      )}
      {comparison.failed.length > 0 && (
        <ul className="compare__remarks" aria-label="Not compared">
          {comparison.failed.map(({ backboneId, reason }) => (
            <li key={backboneId}>
              <bdi>{findBackbone(backboneId).label}</bdi> could not be compared:{' '}
              {words.failureText(reason)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type Step = Extract<AppState['comparison'], { kind: 'running' }>['step'];

/** Which backbone it is at, and what is done with it. */
function Now({ comparison, step }: { comparison: Comparison; step: Step }) {
  const next = comparison.backbones[comparison.done] ?? comparison.home;
  const choice = step === 'returning' ? comparison.home : next;
  const { label } = findBackbone(choice.backboneId);
  const words = useSampled(
    useAppState((state) => stepInWords(step, label, state)),
    200,
  );
  return <p className="progress__now">{words}</p>;
}

function stepInWords(
  step: Step,
  label: string,
  { switching, extraction, study }: Pick<AppState, 'switching' | 'extraction' | 'study'>,
): string {
  switch (step) {
    case 'waiting':
      return `${label}: waits until the training under way has ended`;
    case 'switching': {
      const stage = switchStage(switching, label);
      return stage ? `${stage.doing} ${stage.numbers}` : `Switching to ${label}`;
    }
    case 'tokens':
      return extraction.kind === 'running'
        ? `${label}: tokens, ${extraction.done} of ${count(extraction.total, 'image')}`
        : `${label}: tokens`;
    case 'probes': {
      if (study.kind !== 'running') return `${label}: probes`;
      const { done, total } = foldCount(study.study);
      return `${label}: probes, ${done} of ${count(total, 'fold')}`;
    }
    case 'returning':
      return `Going back to ${label}`;
  }
}
