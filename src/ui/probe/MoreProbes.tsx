import { DropdownMenu } from 'radix-ui';
import type { Probe } from '../../probes/probe';
import { useWords } from '../hooks/use-app';
import { Icon } from '../kit/Icon';
import { MenuChoice } from '../kit/MenuChoice';

interface Props {
  probes: readonly Probe[];
  /** The name of the chosen probe, if it is one of these. */
  chosen: string | null;
  onChoose(name: string): void;
}

/** The paper's other probes, each with its sentence, behind the last segment of the picker. */
export function MoreProbes({ probes, chosen, onChoose }: Props) {
  const { probe, methods } = useWords();
  const label = chosen === null ? null : methods.label(chosen);
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        className={`segment segment--more ${chosen !== null ? 'segment--chosen' : ''}`}
        aria-label={probe.picker.others(label)}
      >
        {label ?? probe.picker.more}
        <Icon name="down" size={12} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          <DropdownMenu.RadioGroup value={chosen ?? ''} onValueChange={onChoose}>
            {probes.map(({ name }) => (
              <MenuChoice
                key={name}
                value={name}
                label={methods.label(name)}
                note={methods.description(name)}
              />
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
