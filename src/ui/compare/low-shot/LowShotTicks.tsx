import { Checkbox } from 'radix-ui';
import { lowShotBasics, lowShotOthers, MOST_OTHERS } from '../../../state/derive/low-shot';
import type { StudyEntry } from '../../../training/run/compare-api';
import { useAppState, useCommands, useWords } from '../../hooks/use-app';
import { useSameData } from '../../hooks/use-same-data';
import { Icon } from '../../kit/Icon';
import '../entry-ticks.css';

/** The probes that have a line: EP and mean pooling, and a few others of one's choice. */
export function LowShotTicks() {
  const words = useWords().lowShot.setup;
  const basics = useAppState(useSameData(lowShotBasics));
  const others = useAppState(useSameData(lowShotOthers));
  const wanted = useAppState((state) => state.shotTicked);
  const { setShotTicked } = useCommands();
  // What was ticked for another backbone may not be on offer for this one.
  const ticked = others.filter(({ key }) => wanted.includes(key)).map(({ key }) => key);
  const isFull = ticked.length >= MOST_OTHERS;
  const tick = (key: string, on: boolean) =>
    setShotTicked(on ? [...ticked, key] : ticked.filter((other) => other !== key));
  return (
    <div className="ticks">
      <fieldset className="ticks__group">
        <legend className="ticks__title">{words.always}</legend>
        <div className="ticks__list">
          {basics.map((entry) => (
            <Tick key={entry.key} entry={entry} checked disabled />
          ))}
        </div>
      </fieldset>
      <fieldset className="ticks__group">
        <legend className="ticks__title">{words.others(MOST_OTHERS)}</legend>
        <div className="ticks__list">
          {others.map((entry) => {
            const checked = ticked.includes(entry.key);
            return (
              <Tick
                key={entry.key}
                entry={entry}
                checked={checked}
                disabled={isFull && !checked}
                onTick={(on) => tick(entry.key, on)}
              />
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}

interface TickProps {
  entry: StudyEntry;
  checked: boolean;
  disabled: boolean;
  onTick?(on: boolean): void;
}

function Tick({ entry, checked, disabled, onTick }: TickProps) {
  const name = useWords().probes.entryName(entry.probe);
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside is Radix's
    <label className="tick" data-disabled={disabled || undefined}>
      <Checkbox.Root
        className="tick__box"
        aria-label={name}
        checked={checked}
        disabled={disabled}
        onCheckedChange={(on) => onTick?.(on === true)}
      >
        <Checkbox.Indicator>
          <Icon name="check" size={12} />
        </Checkbox.Indicator>
      </Checkbox.Root>
      <span>{name}</span>
    </label>
  );
}
