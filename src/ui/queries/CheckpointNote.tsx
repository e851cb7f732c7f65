import { useAppState, useCommands, useWords } from '../hooks/use-app';

/** Says so where the head on show is not the one that was kept. */
export function CheckpointNote() {
  const words = useWords().queries.checkpoint;
  const epoch = useAppState((state) => state.epoch);
  const setEpoch = useCommands().setEpoch;
  if (epoch === null) return null;
  return (
    <div className="standing">
      <span className="standing__text">
        {epoch === 0 ? words.beforeTraining : words.after(epoch)}
      </span>
      <button type="button" className="button button--small" onClick={() => setEpoch(null)}>
        {words.showKept}
      </button>
    </div>
  );
}
