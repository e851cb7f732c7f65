import { DropdownMenu } from 'radix-ui';
import type { Probe } from '../../probes/probe';
import { useWords } from '../hooks/use-app';
import { Icon } from '../kit/Icon';
import { MenuChoice } from '../kit/MenuChoice';

interface Props {
  probes: readonly Probe[];
  /** The chosen probe, if it is one of these. */
  chosen: Pick<Probe, 'name' | 'label'> | null;
  onChoose(name: string): void;
}

/** The paper's other probes, each with its sentence, behind the last segment of the picker. */
export function MoreProbes({ probes, chosen, onChoose }: Props) {
  const words = useWords();
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        className={`segment segment--more ${chosen ? 'segment--chosen' : ''}`}
        aria-label={words.probe.picker.others(chosen?.label ?? null)}
      >
        {chosen?.label ?? words.probe.picker.more}
        <Icon name="down" size={12} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          <DropdownMenu.RadioGroup value={chosen?.name ?? ''} onValueChange={onChoose}>
            {probes.map(({ name, label }) => (
              <MenuChoice
                key={name}
                value={name}
                label={label}
                note={words.probes.description(name)}
              />
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
