import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { PIXEL_PRESETS, resizeChoices } from '../../backbones/catalogue/pixel-presets';
import type { PixelChoice } from '../../state/slices/types';
import { useCommands, useWords } from '../hooks/use-app';
import { Term } from '../kit/Term';

/** How the model wants its pixels: what no ONNX file says. The picture follows every choice. */
export function PixelChoices({ pixels, side }: { pixels: PixelChoice; side: number }) {
  const setPixels = useCommands().setPixels;
  const words = useWords().backbones.shown;
  const resizes = resizeChoices(side);
  return (
    <div className="opened__pixels">
      <Choices
        name={words.colours}
        title={<Term of="normalisation">{words.colours}</Term>}
        value={pixels.preset}
        choices={PIXEL_PRESETS.map(({ id }) => {
          const { label, usedBy } = words.presets[id];
          return { id, label, note: usedBy };
        })}
        onChoose={(preset) => setPixels({ preset })}
      />
      <Choices
        name={words.crop}
        title={words.crop}
        value={pixels.resizing}
        choices={resizes.map((choice) => ({
          id: choice.id,
          label: words.resize(choice, side),
          note: '',
        }))}
        onChoose={(resizing) => setPixels({ resizing })}
      />
    </div>
  );
}

interface ChoicesProps<Id extends string> {
  name: string;
  title: ReactNode;
  value: Id;
  choices: readonly { id: Id; label: string; note: string }[];
  onChoose(id: Id): void;
}

function Choices<Id extends string>({ name, title, value, choices, onChoose }: ChoicesProps<Id>) {
  return (
    <div>
      <p className="opened__legend">{title}</p>
      <RadioGroup.Root
        aria-label={name}
        value={value}
        onValueChange={(chosen) => {
          const choice = choices.find(({ id }) => id === chosen);
          if (choice) onChoose(choice.id);
        }}
      >
        {choices.map(({ id, label, note }) => (
          <RadioGroup.Item key={id} value={id} className="choice">
            <span className="choice__dot" />
            <span>
              {label} {note !== '' && <span className="note">{note}</span>}
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
