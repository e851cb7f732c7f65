import type { ProgressStage } from '../../messages/words';
import { useWords } from '../hooks/use-app';
import './stage-bar.css';

/** What is being done, how far it is, and a button that ends it. */
export function StageBar({ stage, onCancel }: { stage: ProgressStage; onCancel(): void }) {
  const { cancel } = useWords().backbones;
  return (
    <div className="stage-bar">
      <p className="stage-bar__text">
        {/* Only what changes seldom is read aloud. */}
        <span role="status">{stage.doing}</span>{' '}
        <span className="stage-bar__numbers">{stage.numbers}</span>
      </p>
      <progress
        className="extraction__bar stage-bar__bar"
        aria-label={stage.doing}
        {...(stage.share === null ? {} : { value: stage.share, max: 1 })}
      />
      <button type="button" className="button button--small" onClick={onCancel}>
        {cancel}
      </button>
    </div>
  );
}
