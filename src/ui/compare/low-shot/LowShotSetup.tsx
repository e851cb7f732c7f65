import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import {
  lowShotEntries,
  lowShotReadiness,
  lowShotStudyOf,
  plannedShots,
} from '../../../state/derive/low-shot';
import { plannedFolds } from '../../../state/derive/planned-folds';
import { useAppState, useCommands, useWords } from '../../hooks/use-app';
import { useSameData } from '../../hooks/use-same-data';
import { Icon } from '../../kit/Icon';
import { LowShotTicks } from './LowShotTicks';
import '../setup.css';
import { SmallestClass } from '../SmallestClass';
import { StartRow } from '../StartRow';

/** Which probes to measure, and at which numbers of images; folded away once it has begun. */
export function LowShotSetup() {
  const words = useWords().lowShot;
  const begun = useAppState((state) => lowShotStudyOf(state.lowShot) !== null);
  const [open, setOpen] = useState(!begun);
  const entries = useAppState((state) => lowShotEntries(state).length);
  const sizes = useAppState(useShallow((state) => plannedShots(state)?.sizes ?? []));
  return (
    <details className="setup" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="setup__summary">
        <Icon name="right" size={12} />
        <span>{words.setup.heading}</span>
        <span className="setup__chosen">{words.setup.chosen({ entries, sizes })}</span>
      </summary>
      <div className="setup__body">
        <p className="low-shot__about">
          <strong>{words.question}</strong> <span className="note">{words.setup.about}</span>
        </p>
        <LowShotTicks />
        <p className="note">{words.setup.cut}</p>
        <Start entries={entries} sizes={sizes} onStart={() => setOpen(false)} />
      </div>
    </details>
  );
}

interface StartProps {
  entries: number;
  sizes: readonly number[];
  onStart(): void;
}

function Start({ entries, sizes, onStart }: StartProps) {
  const { lowShot } = useWords();
  const words = lowShot.setup;
  const ready = useAppState(useSameData(lowShotReadiness));
  const { startLowShot } = useCommands();
  const repeats = useAppState((state) => state.repeats);
  const folds = useAppState((state) => plannedFolds(state).folds);
  const ceiling = useAppState(useSameData((state) => plannedShots(state)?.ceiling ?? null));
  return (
    <StartRow
      ready={ready}
      label={words.start}
      onStart={() => {
        startLowShot();
        onStart();
      }}
    >
      {words.plan({ entries, sizes, folds, repeats })}
      {ceiling && <SmallestClass text={words.ceiling(ceiling.images)} name={ceiling.label.name} />}
    </StartRow>
  );
}
