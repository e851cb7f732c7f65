import { knownBackbone } from '../../../backbones/catalogue/catalogue';
import { lowShotStaleness } from '../../../state/derive/low-shot';
import type { LowShotStudy } from '../../../state/slices/types';
import { shotsDone } from '../../../study/low-shot/shots-done';
import { useAppState, useCommands, useWords } from '../../hooks/use-app';
import { useSampled } from '../../kit/use-sampled';
import '../progress.css';

/** How far it has come, with Cancel or Resume; and whether it still fits backbone and images. */
export function LowShotProgress() {
  const { compare, failureText, lowShot } = useWords();
  const words = lowShot.progress;
  const status = useSampled(
    useAppState((state) => state.lowShot),
    200,
  );
  const stale = useStale();
  const { cancelLowShot, resumeLowShot } = useCommands();
  const cancel = (
    <button type="button" className="button button--small" onClick={cancelLowShot}>
      {compare.cancel}
    </button>
  );
  switch (status.kind) {
    case 'idle':
      return null;
    case 'queued':
      return (
        <div className="progress">
          <p className="progress__text">{words.waiting}</p>
          {cancel}
        </div>
      );
    case 'running':
      return (
        <>
          <Running study={status.study}>{cancel}</Running>
          {stale !== null && <p className="progress progress__text">{stale}</p>}
        </>
      );
    case 'paused':
      return (
        <div className="progress" data-kind={status.reason === null ? undefined : 'failed'}>
          <p className="progress__text">
            {status.reason ? failureText(status.reason) : words.cancelled(shotsDone(status.study))}
            {stale !== null && ` ${stale}`}
          </p>
          {/* Other images would make other folds: what is finished could not be compared with the rest. */}
          <button
            type="button"
            className="button button--small"
            disabled={stale !== null}
            onClick={resumeLowShot}
          >
            {compare.resume}
          </button>
        </div>
      );
    case 'done':
      return stale === null ? null : <p className="progress progress__text">{stale}</p>;
  }
}

/** What the numbers no longer rest on, as a sentence. */
function useStale(): string | null {
  const words = useWords().lowShot.progress.stale;
  const own = useAppState((state) => state.backbones);
  const stale = useAppState(lowShotStaleness);
  const backboneId = useAppState(({ lowShot }) =>
    lowShot.kind === 'idle' ? null : (lowShot.study?.backboneId ?? null),
  );
  if (stale === null || backboneId === null) return null;
  if (stale === 'images') return words.images;
  // One of the person's own may have been forgotten since.
  return words.backbone(knownBackbone(own, backboneId)?.label ?? backboneId);
}

function Running({ study, children }: { study: LowShotStudy; children: React.ReactNode }) {
  const words = useWords().lowShot.progress;
  const { done, total, next } = shotsDone(study);
  return (
    <div className="progress">
      <span className="progress__count">{words.trainings({ done, total })}</span>
      <progress className="progress__bar" value={done} max={total} aria-label={words.label} />
      <span className="progress__left" />
      {children}
      <p className="progress__now">{next && words.now(next.entry, next.perClass, next.fold)}</p>
    </div>
  );
}
