import type { Failure } from '../../vocabulary/failures';
import { useWords } from '../hooks/use-app';

interface PausedRowProps {
  /** Null where the person wanted it. */
  reason: Failure | null;
  /** How far it came, said where nothing failed. */
  done: string;
  /** Why it can't be gone on with; null where it can. */
  stale?: string | null;
  onResume(): void;
}

/** A comparison that stopped before its end, and can be gone on with. */
export function PausedRow({ reason, done, stale = null, onResume }: PausedRowProps) {
  const { compare, failureText } = useWords();
  return (
    <div className="progress" data-kind={reason === null ? undefined : 'failed'}>
      <p className="progress__text">
        {reason ? failureText(reason) : done}
        {stale !== null && ` ${stale}`}
      </p>
      {/* Other images would make other folds: what is finished could not be compared with the rest. */}
      <button
        type="button"
        className="button button--small"
        disabled={stale !== null}
        onClick={onResume}
      >
        {compare.resume}
      </button>
    </div>
  );
}
