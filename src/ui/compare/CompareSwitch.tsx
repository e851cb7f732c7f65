import { RadioGroup } from 'radix-ui';
import { useComparing, usePage } from '../page/page';

/** Whether probes are compared, or the backbones below them. */
export function CompareSwitch() {
  const { comparing } = usePage();
  const what = useComparing((chosen) => chosen.what);
  return (
    <RadioGroup.Root
      className="segments segments--slim compare__switch"
      orientation="horizontal"
      aria-label="Compare"
      value={what}
      onValueChange={(value) =>
        comparing.setState({ what: value === 'backbones' ? 'backbones' : 'probes' })
      }
    >
      <RadioGroup.Item value="probes" className="segment">
        Probes
      </RadioGroup.Item>
      <RadioGroup.Item value="backbones" className="segment">
        Backbones
      </RadioGroup.Item>
    </RadioGroup.Root>
  );
}
