import { useId } from 'react';
import type { Words } from '../../messages/words';
import { lastEpochOf } from '../../state/derive/last-epoch';
import type { Readiness } from '../../state/derive/readiness';
import { hasComparison, imagesGone, isStale, readiness } from '../../state/derive/selectors';
import type { TrainingStatus } from '../../state/slices/types';
import { useSameData } from '../hooks/use-same-data';
import { Icon } from '../kit/Icon';
import { Rich } from '../kit/Rich';
import { useShowMiddle } from '../page/page';
import './train-dock.css';
import { useAppState, useCommands, useWords } from '../hooks/use-app';

/** Train with the reason beside it, or Stop; Compare; and afterwards the result in one sentence. */
export function TrainDock() {
  const training = useAppState((state) => state.training);
  const ready = useAppState(useSameData(readiness));
  const train = useCommands().train;
  const stop = useCommands().stop;
  const stale = useAppState(isStale);
  const gone = useAppState(imagesGone);
  const words = useWords();
  const { dock } = words.probe;
  const reasonId = useId();
  const beside = besideButton(training, ready, words);
  const warns = ready.ready && ready.note?.code === 'pixels-altered';
  // What is only worth a note would make too much beside it.
  const said = stale
    ? [dock.stale(gone, ready.ready), ready.ready && !warns ? '' : beside].join(' ').trim()
    : beside;
  const busy = training.kind === 'running' || training.kind === 'queued';
  return (
    <div className="dock" data-kind={training.kind}>
      {busy ? (
        <button type="button" className="button dock__button" onClick={stop}>
          {dock.stop}
        </button>
      ) : (
        <button
          type="button"
          className="button button--filled dock__button"
          disabled={!ready.ready}
          aria-describedby={reasonId}
          onClick={train}
        >
          {dock.train}
        </button>
      )}
      <CompareButton />
      <div className="dock__text">
        <p role="status" className="dock__result">
          {training.kind === 'done' && <Result {...training} />}
        </p>
        <p id={reasonId} className="dock__reason" data-warning={warns}>
          {said}
        </p>
      </div>
    </div>
  );
}

/** Opens the comparison; it says for itself whether it can start. */
function CompareButton() {
  const words = useWords().probe.dock;
  const empty = useAppState((state) => state.images.length === 0 && !hasComparison(state));
  const showMiddle = useShowMiddle();
  return (
    <button
      type="button"
      className="button dock__compare"
      disabled={empty}
      onClick={() => showMiddle('comparison')}
    >
      <Icon name="chart" />
      <span className="dock__compare-label">{words.compare}</span>
    </button>
  );
}

function besideButton(
  training: TrainingStatus,
  ready: Readiness,
  { probe: { dock, readiness: say }, failureText }: Words,
): string {
  if (training.kind === 'queued') return dock.queued;
  if (training.kind === 'running') {
    if (training.stopping) return dock.stopping;
    return dock.epoch(training.curve.at(-1)?.epoch ?? 0, training.epochs);
  }
  if (!ready.ready) return say.reason(ready.reason);
  if (training.kind === 'failed') return failureText(training.reason);
  return ready.note === null ? '' : say.note(ready.note);
}

function Result({ run, curve }: Extract<TrainingStatus, { kind: 'done' }>) {
  const { result, onAlteredPixels } = run;
  const { heldOut, training } = result;
  const last = lastEpochOf(run, curve);
  const { dock } = useWords().probe;
  return (
    <>
      <Rich text={heldOut ? dock.heldOut(heldOut, last) : dock.training(training)} />
      {onAlteredPixels && ` ${dock.onAlteredPixels}`}
    </>
  );
}
