import { Popover, RadioGroup } from 'radix-ui';
import type { Drawing, OpacityRule } from '../../figures/maps/opacity';
import { useAppState, useCommands } from '../hooks/use-app';
import { Icon } from '../kit/Icon';

interface Choice<Value> {
  value: Value;
  label: string;
  note: string;
}

const EDGES: readonly Choice<'smooth' | 'patches'>[] = [
  { value: 'smooth', label: 'Smooth', note: 'Blended from each patch to the next.' },
  {
    value: 'patches',
    label: 'Per patch',
    note: 'One flat square per patch, as the probe reads it.',
  },
];

const RULES: readonly Choice<OpacityRule>[] = [
  {
    value: 'contrast',
    label: 'By contrast',
    note: 'Weak places vanish and strong ones stand out, as the paper draws it.',
  },
  {
    value: 'proportional',
    label: 'In proportion',
    note: 'Twice the strength is twice the opacity, up to the strongest place.',
  },
  {
    value: 'winner',
    label: 'All alike',
    note: 'One opacity wherever something is shown, so that borders stand out.',
  },
];

/** How maps are drawn; stays open, so that choices can be compared on the picture. */
export function DrawingMenu() {
  const { smooth, opacity } = useAppState((state) => state.drawing);
  const setDrawing = useCommands().setDrawing;
  return (
    <Popover.Root>
      <Popover.Trigger className="button button--quiet button--small tools__drawing">
        Drawing <Icon name="down" size={12} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="menu drawing"
          aria-label="Drawing"
          align="end"
          sideOffset={4}
          collisionPadding={8}
        >
          <Choices
            name="Between patches"
            choices={EDGES}
            value={smooth ? 'smooth' : 'patches'}
            onChoose={(value) => setDrawing({ smooth: value === 'smooth' })}
          />
          <Choices
            name="Opacity"
            choices={RULES}
            value={opacity}
            onChoose={(value: Drawing['opacity']) => setDrawing({ opacity: value })}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface ChoicesProps<Value extends string> {
  name: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onChoose(value: Value): void;
}

function Choices<Value extends string>({ name, choices, value, onChoose }: ChoicesProps<Value>) {
  return (
    <>
      <p className="menu__label" aria-hidden="true">
        {name}
      </p>
      <RadioGroup.Root
        className="drawing__choices"
        aria-label={name}
        value={value}
        onValueChange={(chosen) => {
          const choice = choices.find((candidate) => candidate.value === chosen);
          if (choice) onChoose(choice.value);
        }}
      >
        {choices.map((choice) => (
          <RadioGroup.Item key={choice.value} value={choice.value} className="choice">
            <span className="choice__dot" />
            <span>
              {choice.label}
              <span className="note choice__note">{choice.note}</span>
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </>
  );
}
