import { type ReactNode, useId } from 'react';
import type { Readiness } from '../../state/derive/readiness';
import { useWords } from '../hooks/use-app';

interface StartRowProps {
  ready: Readiness;
  /** The button's. */
  label: string;
  onStart(): void;
  /** What will be done. */
  children: ReactNode;
}

/** The button that starts a comparison, beside what it will do, or why it can't. */
export function StartRow({ ready, label, onStart, children }: StartRowProps) {
  const say = useWords().probe.readiness;
  const textId = useId();
  return (
    <div className="setup__start">
      <button
        type="button"
        className="button"
        disabled={!ready.ready}
        aria-describedby={textId}
        onClick={onStart}
      >
        {label}
      </button>
      <p id={textId} className="setup__plan">
        {ready.ready ? (
          <>
            {children}
            {ready.note && ` ${say.noteOfComparison(ready.note)}`}
          </>
        ) : (
          say.reason(ready.reason)
        )}
      </p>
    </div>
  );
}
