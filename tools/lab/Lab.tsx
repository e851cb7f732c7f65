import { Tooltip } from 'radix-ui';
import { useState } from 'react';
import { applyTheme, readTheme, type Theme } from '../../src/ui/kit/theme';
import type { Entry, Group } from './entry';
import { InApp } from './InApp';
import { anchor, GROUPS } from './registry';
import { Trouble } from './Trouble';

/** All groups, one below the other, with a list of contents beside them. */
export function Lab() {
  return (
    <Tooltip.Provider delayDuration={300}>
      <div className="lab">
        <nav className="lab__contents" aria-label="Contents">
          <h1 className="lab__name">Lab</h1>
          <ThemeSwitch />
          {GROUPS.map((group) => (
            <Contents key={group.name} group={group} />
          ))}
        </nav>
        <main className="lab__groups">
          {GROUPS.map((group) => (
            <section key={group.name} aria-label={group.name}>
              <h2 className="lab__group">{group.name}</h2>
              {group.entries.map((entry) => (
                <Shown key={entry.title} entry={entry} id={anchor(group, entry)} />
              ))}
            </section>
          ))}
        </main>
      </div>
    </Tooltip.Provider>
  );
}

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

function ThemeSwitch() {
  const [theme, setTheme] = useState(readTheme);
  return (
    <fieldset className="lab__themes" aria-label="Theme">
      {THEMES.map((choice) => (
        <button
          key={choice}
          type="button"
          className="button button--small"
          aria-pressed={theme === choice}
          onClick={() => {
            applyTheme(choice);
            setTheme(choice);
          }}
        >
          {choice}
        </button>
      ))}
    </fieldset>
  );
}

function Contents({ group }: { group: Group }) {
  return (
    <>
      <p className="lab__part">{group.name}</p>
      <ul>
        {group.entries.map((entry) => (
          <li key={entry.title}>
            <a href={`#${anchor(group, entry)}`}>{entry.title}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Shown({ entry, id }: { entry: Entry; id: string }) {
  return (
    <article id={id} className="lab__entry">
      <h3 className="lab__title">{entry.title}</h3>
      <div className="lab__states">
        {entry.states.map(({ name, size = 'cell', render }) => (
          <figure key={name} className="lab__state" data-size={size}>
            <figcaption className="lab__caption">{name}</figcaption>
            <Trouble>
              <InApp>{render()}</InApp>
            </Trouble>
          </figure>
        ))}
      </div>
    </article>
  );
}
