import { RadioGroup } from 'radix-ui';
import { useWords } from '../hooks/use-app';
import { useComparing, usePage } from '../page/page';

/** Whether probes are compared, or the backbones below them. */
export function CompareSwitch() {
  const words = useWords().compare.choice;
  const { comparing } = usePage();
  const what = useComparing((chosen) => chosen.what);
  return (
    <RadioGroup.Root
      className="segments segments--slim compare__switch"
      orientation="horizontal"
      aria-label={words.label}
      value={what}
      onValueChange={(value) =>
        comparing.setState({ what: value === 'backbones' ? 'backbones' : 'probes' })
      }
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
