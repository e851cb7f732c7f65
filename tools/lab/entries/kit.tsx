import { Dialog, DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { queryColours } from '../../../src/figures/maps/palette';
import type { GlossaryKey } from '../../../src/messages/words';
import { useWords } from '../../../src/ui/hooks/use-app';
import { DialogWindow } from '../../../src/ui/kit/DialogWindow';
import { Hint } from '../../../src/ui/kit/Hint';
import { Icon, type IconName } from '../../../src/ui/kit/Icon';
import { MenuChoice } from '../../../src/ui/kit/MenuChoice';
import { NotLoaded } from '../../../src/ui/kit/NotLoaded';
import { QueryChip, queryStyle } from '../../../src/ui/kit/QueryChip';
import { Rich } from '../../../src/ui/kit/Rich';
import { Segments } from '../../../src/ui/kit/Segments';
import { Select } from '../../../src/ui/kit/Select';
import { StepSlider } from '../../../src/ui/kit/StepSlider';
import { Term } from '../../../src/ui/kit/Term';
import { Messages } from '../../../src/ui/messages/Messages';
import type { Entry } from '../entry';
import { InApp } from '../InApp';

/** The compiler says when one is missing. */
const ICONS: Readonly<Record<IconName, true>> = {
  plus: true,
  folder: true,
  close: true,
  more: true,
  left: true,
  right: true,
  down: true,
  up: true,
  chart: true,
  check: true,
  trash: true,
  sun: true,
  moon: true,
  contrast: true,
  help: true,
  warning: true,
  play: true,
  pause: true,
  grid: true,
  eye: true,
  save: true,
  images: true,
  undo: true,
  redo: true,
  pencil: true,
  sliders: true,
};

const BUTTONS = {
  usual: 'button',
  filled: 'button button--filled',
  quiet: 'button button--quiet',
  small: 'button button--small',
  'small, quiet': 'button button--small button--quiet',
};

export const entries: readonly Entry[] = [
  {
    title: 'Buttons',
    states: Object.entries(BUTTONS).map(([name, className]) => ({
      name,
      render: () => (
        <div className="lab__row">
          <button type="button" className={className}>
            Train
          </button>
          <button type="button" className={className}>
            <Icon name="plus" /> Add
          </button>
          <button type="button" className={className} disabled>
            Disabled
          </button>
        </div>
      ),
    })),
  },
  {
    title: 'Icon buttons',
    states: ['icon-button', 'icon-button icon-button--small'].map((className) => ({
      name: className.endsWith('small') ? 'small' : 'usual',
      render: () => (
        <div className="lab__row">
          <button type="button" className={className} aria-label="Save">
            <Icon name="save" />
          </button>
          <button type="button" className={className} aria-label="Open" data-state="open">
            <Icon name="more" />
          </button>
          <button type="button" className={className} aria-label="Disabled" disabled>
            <Icon name="trash" />
          </button>
        </div>
      ),
    })),
  },
  {
    title: 'Icon',
    states: [
      {
        name: 'all, 16 px',
        size: 'wide',
        render: () => (
          <div className="lab__row">
            {iconNames().map((name) => (
              <span key={name} title={name}>
                <Icon name={name} />
              </span>
            ))}
          </div>
        ),
      },
      {
        name: 'all, 24 px, with their names',
        size: 'wide',
        render: () => (
          <div className="lab__row">
            {iconNames().map((name) => (
              <span key={name}>
                <Icon name={name} size={24} />
                {name}
              </span>
            ))}
          </div>
        ),
      },
    ],
  },
  {
    title: 'Menu',
    states: [
      { name: 'press to open: choices', render: () => <Choices /> },
      {
        name: 'how items look',
        render: () => (
          <div className="menu">
            <p className="menu__label">Label</p>
            <p className="menu__item">
              <span className="menu__text">Usual</span>
              <span className="menu__end">note</span>
            </p>
            <p className="menu__item" data-highlighted="">
              Pointed at
            </p>
            <p className="menu__item" data-disabled="">
              Disabled
            </p>
            <div className="menu__line" />
            <p className="menu__item menu__item--danger">
              <Icon name="trash" /> Delete
            </p>
          </div>
        ),
      },
    ],
  },
  {
    title: 'Dialog',
    states: [
      { name: 'press to open', render: () => <Opened /> },
      {
        name: 'how it looks',
        size: 'wide',
        render: () => (
          <div className="lab__window">
            <div className="dialog__scrim" style={{ position: 'absolute' }} />
            <div className="dialog">A dialog, above its scrim.</div>
          </div>
        ),
      },
    ],
  },
  {
    title: 'Select',
    states: [
      { name: 'usual', render: () => <Chosen options={['by class', 'by name']} /> },
      { name: 'one option', render: () => <Chosen options={['only this']} /> },
      {
        name: 'too long for its place',
        render: () => (
          <div style={{ width: 120 }}>
            <Chosen options={['a name that is much longer than the place for it']} />
          </div>
        ),
      },
    ],
  },
  {
    title: 'StepSlider',
    states: [
      { name: 'least', render: () => <Slid from={1} values={[1, 2, 4, 8, 16, 32]} /> },
      { name: 'in between', render: () => <Slid from={8} values={[1, 2, 4, 8, 16, 32]} /> },
      { name: 'most', render: () => <Slid from={32} values={[1, 2, 4, 8, 16, 32]} /> },
      { name: 'one value: nothing to choose', render: () => <Slid from={8} values={[8]} /> },
    ],
  },
  {
    title: 'Segments',
    states: [
      { name: 'usual', render: () => <Segmented className="recipe__starts" /> },
      { name: 'slim', render: () => <Segmented className="segments--slim" /> },
    ],
  },
  {
    title: 'QueryChip',
    states: [8, 32].map((count) => ({
      name: `${count} queries`,
      render: () => (
        <div className="lab__row">
          {queryColours(count).map((colour, query) => (
            <span key={colour.join()} style={queryStyle(colour)}>
              <QueryChip index={query} />
            </span>
          ))}
        </div>
      ),
    })),
  },
  {
    title: 'Hint',
    states: [
      {
        name: 'point at it',
        render: () => (
          <Hint text="A short text beside a control.">
            <button type="button" className="button">
              Hint
            </button>
          </Hint>
        ),
      },
      {
        name: 'how it looks',
        render: () => (
          <p className="hint">
            A short text beside a control while it is pointed at, or has the focus.
          </p>
        ),
      },
    ],
  },
  {
    title: 'Term',
    states: [{ name: 'the glossary', size: 'wide', render: () => <Glossary /> }],
  },
  {
    title: 'Rich',
    states: [
      { name: 'plain', render: () => <Rich text="A sentence without tags." /> },
      {
        name: 'strong, faint, unbroken',
        render: () => (
          <Rich text="Press <strong>Train</strong>, <faint>faint words</faint>, <unbroken>12 of 34</unbroken>." />
        ),
      },
      {
        name: 'terms',
        render: () => <Rich text="What each of the <queries>queries</queries> looks at." />,
      },
      {
        name: 'a part that the component fills in',
        render: () => (
          <Rich text="Predicted as <class>it</class>." parts={{ class: () => <mark>dog</mark> }} />
        ),
      },
    ],
  },
  {
    title: 'A part that did not load',
    states: [
      {
        name: 'alone',
        render: () => (
          <InApp>
            <NotLoaded onAgain={() => undefined} />
          </InApp>
        ),
      },
    ],
  },
  {
    title: 'Messages',
    states: [
      { name: 'an error', size: 'wide', render: () => <Said which={[0]} /> },
      { name: 'a note with a button', size: 'wide', render: () => <Said which={[1]} /> },
      {
        name: 'several errors, together',
        size: 'wide',
        render: () => <Said which={[0, 2, 3, 4, 5]} />,
      },
    ],
  },
];

function iconNames(): IconName[] {
  return Object.keys(ICONS) as IconName[];
}

function Choices() {
  const [value, setValue] = useState('contrast');
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="button">
        {value} <Icon name="down" size={12} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="start" sideOffset={4}>
          <DropdownMenu.RadioGroup value={value} onValueChange={setValue}>
            <MenuChoice value="contrast" label="Contrast" note="The strong places stand out." />
            <MenuChoice value="winner" label="Winner" note="Only borders are seen." />
            <MenuChoice value="none" label="Disabled" note="Can't be chosen." disabled />
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Opened() {
  return (
    <Dialog.Root>
      <Dialog.Trigger className="button">Open</Dialog.Trigger>
      <DialogWindow name="help" title="A dialog" close="Close">
        <p>It holds the focus until it is closed.</p>
      </DialogWindow>
    </Dialog.Root>
  );
}

function Chosen({ options }: { options: readonly string[] }) {
  const [value, setValue] = useState(options[0] ?? '');
  return (
    <Select name="Order" value={value} onChange={setValue}>
      {options.map((option) => (
        <option key={option}>{option}</option>
      ))}
    </Select>
  );
}

function Slid({ from, values }: { from: number; values: readonly number[] }) {
  const [value, setValue] = useState(from);
  return (
    <StepSlider name="Queries" label="Queries" values={values} value={value} onChange={setValue} />
  );
}

function Segmented({ className }: { className: string }) {
  const [value, setValue] = useState<'far' | 'near'>('near');
  return (
    <Segments<'far' | 'near'>
      name="Where"
      className={className}
      value={value}
      choices={['near', 'far']}
      labels={{ near: 'near the place', far: 'far away' }}
      onChange={setValue}
    />
  );
}

function Glossary() {
  const { glossary } = useWords();
  return (
    <div className="lab__terms">
      {(Object.keys(glossary) as GlossaryKey[]).map((key) => (
        <div key={key} style={{ display: 'contents' }}>
          <span>
            <Term of={key}>{key}</Term>
          </span>
          <span className="faint">{glossary[key]}</span>
        </div>
      ))}
    </div>
  );
}

function Said({ which }: { which: readonly number[] }) {
  const messages = which.map((id) => {
    const note = id === 1;
    return {
      id,
      severity: note ? ('note' as const) : ('error' as const),
      subject: note ? ({ part: 'images' } as const) : `photo-${id}.png`,
      what: note
        ? ({ code: 'all-deleted', images: 12 } as const)
        : ({ code: 'file-gone' } as const),
      action: note ? ({ kind: 'undo', editId: 1 } as const) : null,
    };
  });
  return (
    <InApp scene={{ state: { messages } }}>
      <div className="lab__window">
        <Messages />
      </div>
    </InApp>
  );
}
