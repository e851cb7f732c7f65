import { Popover, RadioGroup } from 'radix-ui';
import type { OpacityRule } from '../../figures/maps/opacity';
import { useAppState, useCommands, useWords } from '../hooks/use-app';
import { Icon } from '../kit/Icon';

interface Choice<Value> {
  value: Value;
  label: string;
  note: string;
}

const EDGES = ['smooth', 'patches'] as const;
const RULES = ['contrast', 'proportional', 'winner'] as const satisfies readonly OpacityRule[];

/** How maps are drawn; stays open, so that choices can be compared on the picture. */
export function DrawingMenu() {
  const words = useWords().sees.drawing;
  const { smooth, opacity } = useAppState((state) => state.drawing);
  const setDrawing = useCommands().setDrawing;
  return (
    <Popover.Root>
      <Popover.Trigger className="button button--quiet button--small tools__drawing">
        {words.title} <Icon name="down" size={12} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="menu drawing"
          aria-label={words.title}
          align="end"
          sideOffset={4}
          collisionPadding={8}
        >
          <Choices
            name={words.edges}
            choices={EDGES.map((value) => ({ value, ...words.edge[value] }))}
            value={smooth ? 'smooth' : 'patches'}
            onChoose={(value) => setDrawing({ smooth: value === 'smooth' })}
          />
          <Choices
            name={words.opacity}
            choices={RULES.map((value) => ({ value, ...words.rule[value] }))}
            value={opacity}
            onChoose={(value) => setDrawing({ opacity: value })}
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
