import { useAppState, useCommands } from '../hooks/use-app';

/** Says so where the head on show is not the one that was kept. */
export function CheckpointNote() {
  const epoch = useAppState((state) => state.epoch);
  const setEpoch = useCommands().setEpoch;
  if (epoch === null) return null;
  return (
    <div className="standing">
      <span className="standing__text">
        {epoch === 0 ? 'As it was before training.' : `As it was after epoch ${epoch}.`}
      </span>
      <button type="button" className="button button--small" onClick={() => setEpoch(null)}>
        Show the kept head
      </button>
    </div>
  );
}
