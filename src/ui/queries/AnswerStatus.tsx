import type { Count } from '../../state/queries/queries';
import { useWords } from '../hooks/use-app';

/** How far something is that takes in many images; where it can be given up, with Cancel. */
export function Asking({
  what,
  progress,
  onCancel,
}: {
  what: string;
  progress: Count | null;
  onCancel?: () => void;
}) {
  const words = useWords().queries.status;
  return (
    <div className="standing">
      <span className="standing__text">{what}</span>
      {progress && (
        <>
          <progress
            className="progress__bar"
            aria-label={what}
            value={progress.done}
            max={progress.total}
          />
          <span className="standing__count">{words.count(progress.done, progress.total)}</span>
        </>
      )}
      {onCancel && (
        <button type="button" className="button button--small" onClick={onCancel}>
          {words.cancel}
        </button>
      )}
    </div>
  );
}

/** Why something did not come, and the way to try again. */
export function Failed({
  what,
  reason,
  onRetry,
}: {
  what: string;
  reason: string;
  onRetry(): void;
}) {
  const words = useWords().queries.status;
  return (
    <div className="standing standing--failed" role="alert">
      <span className="standing__text">{words.failed(what, reason)}</span>
      <button type="button" className="button button--small" onClick={onRetry}>
        {words.retry}
      </button>
    </div>
  );
}

/** In the place of what a head can't say any more. */
export function Gone() {
  return <p className="standing">{useWords().queries.status.gone}</p>;
}
