import { lazy, Suspense, useDeferredValue } from 'react';
import { useStore } from '../../state/store';
import { ConfusionTable } from './ConfusionTable';
import { ResultFacts } from './ResultFacts';

const Curves = lazy(() => import('./Curves'));

/** The curves while training goes on, and what came of it. */
export function Results() {
  const training = useStore((state) => state.training);
  const drawn = training.kind === 'running' || training.kind === 'done' ? training : null;
  // The curves may lag behind by a frame or two: the maps and the buttons must not.
  const curve = useDeferredValue(drawn?.curve ?? null);
  if (!drawn || !curve) return null;
  const done = drawn.kind === 'done' ? drawn.run : null;
  const epochs = drawn.kind === 'running' ? drawn.epochs : drawn.run.recipe.epochs;
  return (
    <div className="results">
      <Suspense fallback={<div className="curves" />}>
        <Curves curve={curve} epochs={epochs} kept={done?.result.keptEpoch ?? null} />
      </Suspense>
      {done && (
        <>
          <ResultFacts run={done} />
          <ConfusionTable run={done} />
        </>
      )}
    </div>
  );
}
