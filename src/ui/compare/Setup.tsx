import { memo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { plannedFolds } from '../../state/derive/planned-folds';
import { studyEntries } from '../../study/study-entries';
import type { SettingsChoice } from '../../training/run/compare-api';
import { useBackbone } from '../hooks/use-backbone';
import { useSameData } from '../hooks/use-same-data';
import { Icon } from '../kit/Icon';
import { Segments } from '../kit/Segments';
import { StepSlider } from '../kit/StepSlider';
import { Term } from '../kit/Term';
import { EntryTicks } from './EntryTicks';
import './setup.css';
import { studyReadiness } from '../../state/derive/readiness';
import { useAppState, useCommands, useWords } from '../hooks/use-app';
import { SmallestClass } from './SmallestClass';
import { StartRow } from './StartRow';

const FOLDS = [2, 3, 4, 5, 6, 7, 8, 9, 10];
const REPEATS = [1, 2, 3];

interface SetupProps {
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** Which probes to compare and how thoroughly; folded away once the comparison has begun. */
export const Setup = memo(function Setup({ open, onOpenChange }: SetupProps) {
  const words = useWords().compare.setup;
  const { hasCls } = useBackbone();
  const ticked = useAppState((state) => state.ticked);
  const wanted = useAppState((state) => state.folds);
  const repeats = useAppState((state) => state.repeats);
  const choice = useAppState((state) => state.settingsChoice);
  const setFolds = useCommands().setFolds;
  const setRepeats = useCommands().setRepeats;
  const entries = studyEntries({ hasCls }).filter(({ key }) => ticked.includes(key));
  return (
    <details
      className="setup"
      open={open}
      onToggle={(event) => onOpenChange(event.currentTarget.open)}
    >
      <summary className="setup__summary">
        <Icon name="right" size={12} />
        <span>{words.heading}</span>
        <span className="setup__chosen">
          {words.chosen({ entries: entries.length, folds: wanted, repeats })}
        </span>
      </summary>
      <div className="setup__body">
        <EntryTicks hasCls={hasCls} />
        <div className="setup__numbers">
          <StepSlider
            name={words.folds}
            label={<Term of="folds">{words.folds}</Term>}
            values={FOLDS}
            value={wanted}
            onChange={setFolds}
          />
          <StepSlider
            name={words.repeats}
            label={<Term of="repeats">{words.repeats}</Term>}
            values={REPEATS}
            value={repeats}
            onChange={setRepeats}
          />
        </div>
        <SettingsSwitch />
        <p className="note">{words.notes[choice]}</p>
        <Start entries={entries.length} onStart={() => onOpenChange(false)} />
      </div>
    </details>
  );
});

const SETTINGS_CHOICES: readonly SettingsChoice[] = ['inner', 'shared'];

/** Whether each probe chooses its settings, or all have those of the recipe. */
function SettingsSwitch() {
  const words = useWords().compare.setup.settings;
  const choice = useAppState((state) => state.settingsChoice);
  const { setSettingsChoice } = useCommands();
  return (
    <div className="setup__settings">
      <span>{words.label}</span>
      <Segments
        name={words.label}
        className="segments--slim"
        value={choice}
        choices={SETTINGS_CHOICES}
        labels={words}
        onChange={setSettingsChoice}
      />
    </div>
  );
}

function Start({ entries, onStart }: { entries: number; onStart(): void }) {
  const { compare } = useWords();
  const words = compare.setup;
  const ready = useAppState(useSameData(studyReadiness));
  const start = useCommands().startStudy;
  const repeats = useAppState((state) => state.repeats);
  const folds = useAppState((state) => plannedFolds(state).folds);
  const smallest = useAppState(useShallow((state) => plannedFolds(state).smallest));
  return (
    <StartRow
      ready={ready}
      label={words.start}
      onStart={() => {
        start();
        onStart();
      }}
    >
      {words.plan({ entries, folds, repeats })}
      {smallest && (
        <SmallestClass
          text={words.smallestClass({ folds, images: smallest.images })}
          name={smallest.label.name}
        />
      )}
    </StartRow>
  );
}
