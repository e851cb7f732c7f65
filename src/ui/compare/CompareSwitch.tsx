import { RadioGroup } from 'radix-ui';
import { useAppState, useCommands, useWords } from '../hooks/use-app';

const CHOICES = ['probes', 'backbones', 'shots'] as const;

/** Whether probes are compared, the backbones below them, or numbers of images to learn from. */
export function CompareSwitch() {
  const words = useWords().compare.choice;
  const { setComparing } = useCommands();
  const what = useAppState((state) => state.comparing);
  return (
    <RadioGroup.Root
      className="segments segments--slim compare__switch"
      orientation="horizontal"
      aria-label={words.label}
      value={what}
      onValueChange={(value) => setComparing(CHOICES.find((one) => one === value) ?? 'probes')}
    >
      {CHOICES.map((choice) => (
        <RadioGroup.Item key={choice} value={choice} className="segment">
          {words[choice]}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
