import { RadioGroup } from 'radix-ui';
import { useAppState, useCommands, useWords } from '../hooks/use-app';

/** Whether probes are compared, or the backbones below them. */
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
      onValueChange={(value) => setComparing(value === 'backbones' ? 'backbones' : 'probes')}
    >
      <RadioGroup.Item value="probes" className="segment">
        {words.probes}
      </RadioGroup.Item>
      <RadioGroup.Item value="backbones" className="segment">
        {words.backbones}
      </RadioGroup.Item>
    </RadioGroup.Root>
  );
}
