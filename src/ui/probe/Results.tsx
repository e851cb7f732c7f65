import { late } from '../kit/late';
import { useSampled } from '../kit/use-sampled';
import { ConfusionTable } from './ConfusionTable';
import { ResultFacts } from './ResultFacts';
import './results.css';
import { useAppState } from '../hooks/use-app';

// The charts are big: the page shows before they are there. But they come with the page, not when
// training begins, because nothing is requested after it has loaded.
const Curves = late(
  () => import('./Curves').then((file) => file.Curves),
  <div className="curves" />,
);

/** The curves while training goes on, and what came of it. */
export function Results() {
  const training = useAppState((state) => state.training);
  const drawn = training.kind === 'running' || training.kind === 'done' ? training : null;
  // Drawing the curves takes several frames: the maps and the buttons must not wait for them.
  const curve = useSampled(drawn?.curve ?? null, 250);
  if (!drawn || !curve) return null;
  const done = drawn.kind === 'done' ? drawn.run : null;
  const epochs = drawn.kind === 'running' ? drawn.epochs : drawn.run.recipe.epochs;
  return (
    <div className="results">
      <Curves curve={curve} epochs={epochs} kept={done?.result.chosenEpoch ?? null} />
      {done && (
        <>
          <ResultFacts run={done} curve={drawn.curve} />
          <ConfusionTable run={done} />
        </>
      )}
    </div>
  );
}
