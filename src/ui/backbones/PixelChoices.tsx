import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { PIXEL_PRESETS, resizeChoices } from '../../backbones/catalogue/pixel-presets';
import type { PixelChoice } from '../../state/slices/types';
import { useCommands } from '../hooks/use-app';
import { Term } from '../kit/Term';

/** How the model wants its pixels: what no ONNX file says. The picture follows every choice. */
export function PixelChoices({ pixels, side }: { pixels: PixelChoice; side: number }) {
  const setPixels = useCommands().setPixels;
  const resizes = resizeChoices(side);
  return (
    <div className="opened__pixels">
      <Choices
        name="Colours"
        title={<Term of="normalisation">Colours</Term>}
        value={pixels.preset}
        choices={PIXEL_PRESETS.map(({ id, label, usedBy }) => ({ id, label, note: usedBy }))}
        onChoose={(preset) => setPixels({ preset })}
      />
      <Choices
        name="Crop"
        title="Crop"
        value={pixels.resizing}
        choices={resizes.map(({ id, label }) => ({ id, label, note: '' }))}
        onChoose={(chosen) => {
          const resize = resizes.find(({ id }) => id === chosen);
          if (resize) setPixels({ resizing: resize.id });
        }}
      />
    </div>
  );
}

interface ChoicesProps {
  name: string;
  title: ReactNode;
  value: string;
  choices: readonly { id: string; label: string; note: string }[];
  onChoose(id: string): void;
}

function Choices({ name, title, value, choices, onChoose }: ChoicesProps) {
  return (
    <div>
      <p className="opened__legend">{title}</p>
      <RadioGroup.Root aria-label={name} value={value} onValueChange={onChoose}>
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
