import { RadioGroup } from 'radix-ui';
import { useId } from 'react';
import { findBackbone } from '../../backbones/catalogue';
import { findProbe, PROBES } from '../../probes/list';
import type { Probe } from '../../probes/probe';
import { useStore } from '../../state/store';

/** The choice of probing method. */
export function ProbePicker() {
  const chosen = useStore((state) => state.probe);
  const setProbe = useStore((state) => state.setProbe);
  const { hasCls } = findBackbone(useStore((state) => state.backboneId));
  const description = useId();
  const unusable = (probe: Probe) => probe.reads === 'cls' && !hasCls;
  const choose = (name: string) => {
    const { options } = findProbe(name);
    // Settings that both probes have are kept.
    const kept = options.map(({ key, default: start }) => [key, chosen.options[key] ?? start]);
    setProbe({ name, options: Object.fromEntries(kept) });
  };
  return (
    <div className="picker">
      <RadioGroup.Root
        className="segments"
        orientation="horizontal"
        aria-label="Probe"
        aria-describedby={description}
        value={chosen.name}
        onValueChange={choose}
      >
        {PROBES.map((probe) => (
          <RadioGroup.Item
            key={probe.name}
            value={probe.name}
            disabled={unusable(probe)}
            className="segment"
          >
            {probe.label}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      <p id={description} className="note picker__note">
        {findProbe(chosen.name).description}
      </p>
      {PROBES.filter(unusable).map(({ name, label }) => (
        <p key={name} className="note">
          {label} is off: it reads a [CLS] token, and this backbone has none.
        </p>
      ))}
    </div>
  );
}
