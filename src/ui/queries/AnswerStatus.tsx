import type { Count } from '../../state/queries/queries';

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
          <span className="standing__count">
            {progress.done} / {progress.total}
          </span>
        </>
      )}
      {onCancel && (
        <button type="button" className="button button--small" onClick={onCancel}>
          Cancel
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
  return (
    <div className="standing standing--failed" role="alert">
      <span className="standing__text">
        {what}: {reason}
      </span>
      <button type="button" className="button button--small" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}

/** In the place of what a head can't say any more. */
export function Gone() {
  return (
    <p className="standing">
      The worker no longer holds this head. Train again to look at all images.
    </p>
  );
}
