import { Checkbox } from 'radix-ui';
import { useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { type Backbone, filesOf, type Precision } from '../../../backbones/backbone';
import { BACKBONES } from '../../../backbones/catalogue/catalogue';
import type { Words } from '../../../messages/words';
import { preferredPrecision } from '../../../state/derive/preferred-precision';
import { type EntryState, entryState } from '../../backbones/entry-state';
import { useSameData } from '../../hooks/use-same-data';
import { Icon } from '../../kit/Icon';
import { useComparing, usePage } from '../../page/page';
import '../setup.css';
import '../entry-ticks.css';
import { comparisonReadiness } from '../../../state/derive/readiness';
import { useAppState, useCommands, useWords } from '../../hooks/use-app';
import { StartRow } from '../StartRow';

interface Choice {
  backbone: Backbone;
  precision: Precision;
  state: EntryState;
}

/** Which backbones to compare, with what each has to download first. */
export function BackboneSetup({ queries }: { queries: number }) {
  const words = useWords().compare.backbones.setup;
  const choices = useChoices();
  const [open, setOpen] = useState(true);
  const { comparing } = usePage();
  const wanted = useComparing(({ ticked }) => ticked);
  // At first those that need nothing from elsewhere.
  const ticked =
    wanted ?? choices.filter(({ state }) => isHere(state)).map(({ backbone }) => backbone.id);
  const chosen = choices.filter(({ backbone }) => ticked.includes(backbone.id));
  return (
    <details className="setup" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="setup__summary">
        <Icon name="right" size={12} />
        <span>{words.heading}</span>
        <span className="setup__chosen">{words.chosen(chosen.length)}</span>
      </summary>
      <div className="setup__body">
        <ul className="backbone-ticks">
          {choices.map((choice) => (
            <Tick
              key={choice.backbone.id}
              choice={choice}
              ticked={ticked.includes(choice.backbone.id)}
              onTick={(on) =>
                comparing.setState({
                  ticked: on
                    ? [...ticked, choice.backbone.id]
                    : ticked.filter((id) => id !== choice.backbone.id),
                })
              }
            />
          ))}
        </ul>
        <Start chosen={chosen} queries={queries} onStart={() => setOpen(false)} />
      </div>
    </details>
  );
}

function Tick({
  choice: { backbone, precision, state },
  ticked,
  onTick,
}: {
  choice: Choice;
  ticked: boolean;
  onTick(on: boolean): void;
}) {
  const { backbones, compare } = useWords();
  const words = compare.backbones.setup;
  const away = state.kind === 'not-here';
  return (
    <li>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside is Radix's */}
      <label className="tick backbone-tick" data-disabled={away || undefined}>
        <Checkbox.Root
          className="tick__box"
          aria-label={backbone.label}
          checked={ticked}
          disabled={away}
          onCheckedChange={(on) => onTick(on === true)}
        >
          <Checkbox.Indicator>
            <Icon name="check" size={12} />
          </Checkbox.Indicator>
        </Checkbox.Root>
        <span>
          <bdi>{backbone.label}</bdi>
          <span className="backbone-tick__size">
            {words.entry(
              backbones.families[backbone.family].label,
              needs(state, precision, backbone, words),
            )}
          </span>
        </span>
      </label>
    </li>
  );
}

function Start({
  chosen,
  queries,
  onStart,
}: {
  chosen: readonly Choice[];
  queries: number;
  onStart(): void;
}) {
  const backbones = chosen.map(({ backbone, precision }) => ({
    backboneId: backbone.id,
    precision,
  }));
  const { compare: compareWords } = useWords();
  const words = compareWords.backbones.setup;
  const ready = useAppState(useSameData((state) => comparisonReadiness(state, backbones)));
  const compare = useCommands().compareBackbones;
  const bytes = chosen.reduce(
    (sum, { state }) => sum + (state.kind === 'download' ? (state.bytes ?? 0) : 0),
    0,
  );
  return (
    <StartRow
      ready={ready}
      label={words.start}
      onStart={() => {
        compare(backbones, queries);
        onStart();
      }}
    >
      {words.plan({ backbones: chosen.length, bytes })}
    </StartRow>
  );
}

function useChoices(): readonly Choice[] {
  const state = useAppState(
    useShallow(({ backbones, backboneId, precision, cachedModels, switching }) => ({
      backbones,
      backboneId,
      precision,
      cachedModels,
      switching,
    })),
  );
  return useMemo(() => {
    const choice = (backbone: Backbone): Choice => {
      const precision =
        backbone.id === state.backboneId ? state.precision : preferredPrecision(backbone.id, state);
      return { backbone, precision, state: entryState(backbone, precision, state) };
    };
    return [...BACKBONES, ...state.backbones].map(choice);
  }, [state]);
}

function isHere({ kind }: EntryState): boolean {
  return kind === 'in-use' || kind === 'at-hand';
}

function needs(
  state: EntryState,
  precision: Precision,
  backbone: Backbone,
  words: Words['compare']['backbones']['setup'],
): string {
  // Others come in one precision.
  const named = backbone.source.kind === 'hub' ? precision : null;
  switch (state.kind) {
    case 'in-use':
      return words.inUse;
    case 'at-hand':
      return state.from === 'page' ? words.withPage : words.cached(named);
    case 'switching':
      return words.onItsWay(named);
    case 'download':
      return words.download(named, filesOf(backbone, precision));
    case 'not-here':
      return words.notHere;
  }
}
