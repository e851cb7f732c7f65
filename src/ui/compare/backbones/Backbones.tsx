import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { comparisonRows } from '../../../state/derive/comparison-rows';
import { late } from '../../kit/late';
import { useSampled } from '../../kit/use-sampled';
import { BackboneProgress } from './BackboneProgress';
import { BackboneSetup } from './BackboneSetup';
import { BackboneTable } from './BackboneTable';
import './backbones.css';
import { useAppState, useWords } from '../../hooks/use-app';

// Big, like the other figure, whose parts it shares.
const BackboneFigure = late(
  () => import('./BackboneFigure').then((file) => file.BackboneFigure),
  <div className="figure" />,
);

/** Queries of EP where no comparison says otherwise. */
const QUERIES = 8;

/** The same three probes on several backbones: what to compare, and what came of it. */
export function Backbones() {
  const words = useWords().compare.backbones;
  const queries = useAppState(({ comparison: status }) =>
    status.kind === 'idle' ? QUERIES : status.comparison.queries,
  );
  const measured = useSampled(
    useAppState(
      useShallow(({ classes, images, folds, repeats, settingsChoice, seed, recipe, ...state }) => ({
        classes,
        images,
        folds,
        repeats,
        settingsChoice,
        seed,
        recipe,
        backbones: state.backbones,
        backboneStudies: state.backboneStudies,
      })),
    ),
    300,
  );
  const rows = useMemo(
    () =>
      comparisonRows(measured, queries).filter(({ accuracies }) =>
        Object.values(accuracies).some((accuracy) => accuracy !== null),
      ),
    [measured, queries],
  );
  return (
    <>
      <BackboneSetup queries={queries} />
      <BackboneProgress />
      {rows.length > 0 && (
        <>
          <BackboneFigure rows={rows} queries={queries} />
          <BackboneTable rows={rows} />
          <p className="note">{words.note(queries, measured.settingsChoice)}</p>
        </>
      )}
    </>
  );
}
