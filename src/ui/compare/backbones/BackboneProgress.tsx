import { type Backbone, knownBackbone } from '../../../backbones/catalogue/catalogue';
import type { Words } from '../../../messages/words';
import type { AppState, Comparison } from '../../../state/slices/types';
import { foldCount } from '../../../study/time-left';
import { Rich } from '../../kit/Rich';
import { useSampled } from '../../kit/use-sampled';
import { PausedRow } from '../PausedRow';
import { RunningRow } from '../RunningRow';
import '../progress.css';
import { useAppState, useCommands, useWords } from '../../hooks/use-app';

/** How far the comparison of backbones has come, with Cancel or Resume, and what failed. */
export function BackboneProgress() {
  const { compare, failureText } = useWords();
  const words = compare.backbones.progress;
  const status = useAppState((state) => state.comparison);
  const own = useAppState((state) => state.backbones);
  const cancel = useCommands().cancelComparison;
  const resume = useCommands().resumeComparison;
  if (status.kind === 'idle') return null;
  const { comparison } = status;
  const progress = { done: comparison.done, total: comparison.backbones.length };
  return (
    <>
      {status.kind === 'running' && (
        <RunningRow
          progress={progress}
          count={words.backbones(progress)}
          label={words.label}
          onCancel={cancel}
        >
          <Now comparison={comparison} step={status.step} />
        </RunningRow>
      )}
      {status.kind === 'paused' && (
        <PausedRow reason={status.reason} done={words.cancelled(progress)} onResume={resume} />
      )}
      {comparison.failed.length > 0 && (
        <ul className="compare__remarks" aria-label={words.failed}>
          {comparison.failed.map(({ backboneId, reason }) => (
            <li key={backboneId}>
              <Rich
                text={words.failure}
                parts={{
                  name: () => <bdi>{labelOf(own, backboneId)}</bdi>,
                  reason: () => failureText(reason),
                }}
              />
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
  const label = labelOf(
    useAppState((state) => state.backbones),
    choice.backboneId,
  );
  const words = useWords().compare.backbones.progress;
  const now = useSampled(
    useAppState((state) => stepInWords(step, label, state, words)),
    200,
  );
  return <p className="progress__now">{now}</p>;
}

/** One of the person's own may have been forgotten since it was to be compared. */
function labelOf(own: readonly Backbone[], backboneId: string): string {
  return knownBackbone(own, backboneId)?.label ?? backboneId;
}

function stepInWords(
  step: Step,
  label: string,
  { switching, extraction, study }: Pick<AppState, 'switching' | 'extraction' | 'study'>,
  words: Words['compare']['backbones']['progress'],
): string {
  switch (step) {
    case 'waiting':
      return words.waiting(label);
    case 'switching':
      return words.switching(label, switching);
    case 'tokens':
      return words.tokens(label, extraction.kind === 'running' ? extraction : null);
    case 'probes':
      return words.probes(label, study.kind === 'running' ? foldCount(study.study) : null);
    case 'returning':
      return words.returning(label);
  }
}
