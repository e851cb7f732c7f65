import type { ReactNode } from 'react';
import { CancelButton } from './CancelButton';

interface RunningRowProps {
  progress: { done: number; total: number };
  /** The progress as a text, and what it counts. */
  count: string;
  label: string;
  /** Time left; empty where that is not known. */
  left?: string;
  onCancel(): void;
  /** What is being done now. */
  children: ReactNode;
}

/** How far a comparison that is under way has come. */
export function RunningRow({ progress, count, label, left, onCancel, children }: RunningRowProps) {
  return (
    <div className="progress">
      <span className="progress__count">{count}</span>
      <progress
        className="progress__bar"
        value={progress.done}
        max={progress.total}
        aria-label={label}
      />
      <span className="progress__left">{left}</span>
      <CancelButton onClick={onCancel} />
      {children}
    </div>
  );
}
