import { knownBackbone } from '../../../backbones/catalogue/catalogue';
import { lowShotStaleness } from '../../../state/derive/low-shot';
import type { LowShotStudy } from '../../../state/slices/types';
import { shotsDone } from '../../../study/low-shot/shots-done';
import { useAppState, useCommands, useWords } from '../../hooks/use-app';
import { useSampled } from '../../kit/use-sampled';
import { CancelButton } from '../CancelButton';
import { PausedRow } from '../PausedRow';
import { RunningRow } from '../RunningRow';
import '../progress.css';

/** How far it has come, with Cancel or Resume; and whether it still fits backbone and images. */
export function LowShotProgress() {
  const words = useWords().lowShot.progress;
  const status = useSampled(
    useAppState((state) => state.lowShot),
    200,
  );
  const stale = useStale();
  const { cancelLowShot, resumeLowShot } = useCommands();
  switch (status.kind) {
    case 'idle':
      return null;
    case 'queued':
      return (
        <div className="progress">
          <p className="progress__text">{words.waiting}</p>
          <CancelButton onClick={cancelLowShot} />
        </div>
      );
    case 'running':
      return (
        <>
          <Running study={status.study} onCancel={cancelLowShot} />
          {stale !== null && <p className="progress progress__text">{stale}</p>}
        </>
      );
    case 'paused':
      return (
        <PausedRow
          reason={status.reason}
          done={words.cancelled(shotsDone(status.study))}
          stale={stale}
          onResume={resumeLowShot}
        />
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

function Running({ study, onCancel }: { study: LowShotStudy; onCancel(): void }) {
  const words = useWords().lowShot.progress;
  const { next, ...progress } = shotsDone(study);
  return (
    <RunningRow {...{ progress, onCancel }} count={words.trainings(progress)} label={words.label}>
      <p className="progress__now">{next && words.now(next.entry, next.perClass, next.fold)}</p>
    </RunningRow>
  );
}
