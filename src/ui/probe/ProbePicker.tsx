import { RadioGroup } from 'radix-ui';
import { useId } from 'react';
import { findProbe, PROBES, PROBES_WITH_CLS } from '../../probes/methods/list';
import type { Probe } from '../../probes/probe';
import { useAppState, useCommands, useWords } from '../hooks/use-app';
import { useBackbone } from '../hooks/use-backbone';
import { Rich } from '../kit/Rich';
import { MoreProbes } from './MoreProbes';

/** What people try first; the paper's other probes are one click further. */
const FIRST = ['ep', 'gap', 'linear'];

/** The choice of probing method. */
export function ProbePicker() {
  const { probe: words, probes } = useWords();
  const chosen = useAppState((state) => state.probe);
  const setProbe = useCommands().setProbe;
  const { hasCls } = useBackbone();
  const description = useId();
  const unusable = (probe: Probe) => probe.reads === 'cls' && !hasCls;
  const choose = (name: string) => {
    const { options } = findProbe(name);
    // Settings that both probes have are kept.
    const kept = options.map(({ key, default: start }) => [key, chosen.options[key] ?? start]);
    setProbe({ name, options: Object.fromEntries(kept) });
  };
  const { label, reference } = findProbe(chosen.name);
  const first = FIRST.includes(chosen.name);
  return (
    <div className="picker">
      <div className="segments">
        <RadioGroup.Root
          className="segments__first"
          orientation="horizontal"
          aria-label={words.picker.name}
          aria-describedby={description}
          value={chosen.name}
          onValueChange={choose}
        >
          {PROBES.filter(({ name }) => FIRST.includes(name)).map((probe) => (
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
        <MoreProbes
          probes={[...PROBES, ...(hasCls ? PROBES_WITH_CLS : [])].filter(
            ({ name }) => !FIRST.includes(name),
          )}
          chosen={first ? null : { name: chosen.name, label }}
          onChoose={choose}
        />
      </div>
      <p id={description} className="note picker__note">
        <Rich
          text={words.picker.described(probes.description(chosen.name), first ? null : reference)}
        />
      </p>
      {PROBES.filter(unusable).map((probe) => (
        <p key={probe.name} className="note">
          {words.picker.needsCls(probe.label)}
        </p>
      ))}
    </div>
  );
}
