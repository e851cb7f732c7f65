import { Checkbox } from 'radix-ui';
import { findMethod, type Method, PROBES } from '../../probes/methods/list';
import { defaultTicked, FLOORS, studyEntries } from '../../study/study-entries';
import type { StudyEntry } from '../../training/run/compare-api';
import { Hint } from '../kit/Hint';
import { Icon } from '../kit/Icon';
import './entry-ticks.css';
import { useAppState, useCommands, useWords } from '../hooks/use-app';

/** The checklist of what can be compared: EP by its settings, the others by their names. */
export function EntryTicks({ hasCls }: { hasCls: boolean }) {
  const {
    compare: { entries: words },
    probes: { entryName, entrySetting },
  } = useWords();
  const setTicked = useCommands().setTicked;
  const entries = studyEntries({ hasCls });
  const withName = (name: string) => entries.filter(({ probe }) => probe.name === name);
  const names = [...new Set(entries.map(({ probe }) => probe.name))];
  const several = names.filter((name) => withName(name).length > 1);
  const alone = names.filter((name) => !several.includes(name) && !FLOORS.includes(name));
  const absent = PROBES.filter(({ reads }) => reads === 'cls' && !hasCls);
  return (
    <div className="ticks">
      {several.map((name) => (
        <Group key={name} probe={findMethod(name)} entries={withName(name)} label={entrySetting} />
      ))}
      {alone.length > 0 && (
        <Group title={words.others} entries={alone.flatMap(withName)} label={entryName} />
      )}
      <Group
        title={words.floors}
        entries={names.filter((name) => FLOORS.includes(name)).flatMap(withName)}
        label={entryName}
      />
      {absent.length > 0 && (
        <p className="note">{words.needCls(absent.map(({ label }) => label))}</p>
      )}
      <p className="ticks__sets">
        <button
          type="button"
          className="button button--quiet button--small"
          onClick={() => setTicked(defaultTicked())}
        >
          {words.usual}
        </button>
        <button
          type="button"
          className="button button--quiet button--small"
          onClick={() => setTicked(entries.map(({ key }) => key))}
        >
          {words.all}
        </button>
        <button
          type="button"
          className="button button--quiet button--small"
          onClick={() => setTicked(withFloors([]))}
        >
          {words.none}
        </button>
      </p>
    </div>
  );
}

interface GroupProps {
  entries: readonly StudyEntry[];
  label(probe: StudyEntry['probe']): string;
  /** What stands over the group: a probe with its settings, or a title for several probes. */
  probe?: Method;
  title?: string;
}

function Group({ probe, title, entries, label }: GroupProps) {
  const { about } = useWords().probes;
  return (
    <fieldset className="ticks__group">
      <legend className="ticks__title">
        {probe ? (
          <Hint text={about(probe.name)}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the explanation must be reachable by keyboard */}
            <dfn className="term" tabIndex={0}>
              {probe.label}
            </dfn>
          </Hint>
        ) : (
          title
        )}
      </legend>
      <div className="ticks__list">
        {entries.map((entry) => (
          <Tick key={entry.key} entry={entry} text={label(entry.probe)} explained={!probe} />
        ))}
      </div>
    </fieldset>
  );
}

function Tick({ entry, text, explained }: { entry: StudyEntry; text: string; explained: boolean }) {
  const { about, description, entryName } = useWords().probes;
  const ticked = useAppState((state) => state.ticked);
  const setTicked = useCommands().setTicked;
  const always = FLOORS.includes(entry.probe.name);
  const probe = findMethod(entry.probe.name);
  const tick = (
    // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside is Radix's
    <label className="tick" data-disabled={always || undefined}>
      <Checkbox.Root
        className="tick__box"
        aria-label={entryName(entry.probe)}
        checked={always || ticked.includes(entry.key)}
        disabled={always}
        onCheckedChange={(checked) =>
          setTicked(
            withFloors(
              checked ? [...ticked, entry.key] : ticked.filter((key) => key !== entry.key),
            ),
          )
        }
      >
        <Checkbox.Indicator>
          <Icon name="check" size={12} />
        </Checkbox.Indicator>
      </Checkbox.Root>
      <span>
        {text}
        {explained && <span className="note tick__note">{description(probe.name)}</span>}
      </span>
    </label>
  );
  return explained ? <Hint text={about(probe.name)}>{tick}</Hint> : tick;
}

const FLOOR_KEYS = studyEntries({ hasCls: false })
  .filter(({ probe }) => FLOORS.includes(probe.name))
  .map(({ key }) => key);

/** The floors are ticked whatever else is. */
function withFloors(keys: readonly string[]): string[] {
  return [...new Set([...FLOOR_KEYS, ...keys])];
}
