import { useId } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { accuracySentence } from '../../messages/en/format';
import type { Words } from '../../messages/words';
import { isStale, readiness } from '../../state/derive/selectors';
import type { TrainedRun, TrainingStatus } from '../../state/slices/types';
import { Icon } from '../kit/Icon';
import { useShowMiddle } from '../page/page';
import './train-dock.css';
import { useAppState, useCommands, useWords } from '../hooks/use-app';

/** Train with the reason beside it, or Stop; Compare; and afterwards the result in one sentence. */
export function TrainDock() {
  const training = useAppState((state) => state.training);
  const ready = useAppState(useShallow(readiness));
  const train = useCommands().train;
  const stop = useCommands().stop;
  const stale = useAppState(isStale);
  const words = useWords();
  const reasonId = useId();
  const busy = training.kind === 'running' || training.kind === 'queued';
  return (
    <div className="dock" data-kind={training.kind}>
      {busy ? (
        <button type="button" className="button dock__button" onClick={stop}>
          Stop
        </button>
      ) : (
        <button
          type="button"
          className="button button--filled dock__button"
          disabled={!ready.ready}
          aria-describedby={reasonId}
          onClick={train}
        >
          Train
        </button>
      )}
      <CompareButton />
      <div className="dock__text">
        <p role="status" className="dock__result">
          {training.kind === 'done' && <Result {...training.run} />}
        </p>
        <p id={reasonId} className="dock__reason">
          {stale && ready.ready
            ? 'Images have changed since: train again.'
            : besideButton(training, ready, words)}
        </p>
      </div>
    </div>
  );
}

/** Opens the comparison; it says for itself whether it can start. */
function CompareButton() {
  const empty = useAppState((state) => state.images.length === 0);
  const showMiddle = useShowMiddle();
  return (
    <button
      type="button"
      className="button dock__compare"
      disabled={empty}
      onClick={() => showMiddle('comparison')}
    >
      <Icon name="chart" />
      <span className="dock__compare-label">Compare</span>
    </button>
  );
}

function besideButton(
  training: TrainingStatus,
  ready: ReturnType<typeof readiness>,
  words: Words,
): string {
  if (training.kind === 'queued') return 'Starts as soon as all tokens are there.';
  if (training.kind === 'running') {
    if (training.stopping) return 'Stopping, keeping what there is.';
    return `Epoch ${training.curve.at(-1)?.epoch ?? 0} of ${training.epochs}`;
  }
  if (!ready.ready) return ready.reason;
  if (training.kind === 'failed') return words.failureText(training.reason);
  return ready.note ?? '';
}

function Result({ result }: TrainedRun) {
  const { heldOut, training } = result;
  const [number, basis] = heldOut
    ? accuracySentence('Held-out accuracy', heldOut)
    : accuracySentence('Training accuracy', training);
  return (
    <>
      <span className="unbroken">{number},</span>{' '}
      <span className="unbroken">{basis + (heldOut ? '' : ', none held out')}</span>
    </>
  );
}
