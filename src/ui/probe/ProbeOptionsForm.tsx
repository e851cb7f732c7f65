import type { GlossaryKey } from '../../messages/words';
import { findProbe } from '../../probes/methods/list';
import { optionValue } from '../../probes/probe';
import { headLayout, parameterCount } from '../../training/model/head';
import { useAppState, useCommands, useWords } from '../hooks/use-app';
import { useBackbone } from '../hooks/use-backbone';
import { Rich } from '../kit/Rich';
import { StepSlider } from '../kit/StepSlider';
import { Term } from '../kit/Term';

/** The settings of the chosen probe, and how many numbers it will learn. */
export function ProbeOptionsForm() {
  const { glossary, probe: words, probes } = useWords();
  const isTerm = (key: string): key is GlossaryKey => key in glossary;
  const chosen = useAppState((state) => state.probe);
  const setProbe = useCommands().setProbe;
  const classes = useAppState((state) => state.classes.length);
  const { width, grid } = useBackbone();
  const probe = findProbe(chosen.name);
  const size = { patches: grid.height * grid.width, width };
  return (
    <div className="options">
      {probe.options.map((option) => {
        const { label, value } = probes.options[option.key];
        return (
          <StepSlider
            key={option.key}
            name={label}
            label={isTerm(option.key) ? <Term of={option.key}>{label}</Term> : label}
            values={option.values(width, chosen.options)}
            value={optionValue(option, chosen.options)}
            format={value}
            onChange={(next) =>
              setProbe({ ...chosen, options: { ...chosen.options, [option.key]: next } })
            }
          />
        );
      })}
      <p className="options__count">
        <Term of="parameters">{words.options.parameters}</Term>
        <span>
          <Rich
            text={words.options.parametersWith(
              parameterCount(headLayout(probe, chosen.options, size, classes)),
              classes,
            )}
          />
        </span>
      </p>
    </div>
  );
}
