import type { ReactNode } from 'react';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import { count, wholeNumber } from '../../messages/en/format';
import { GLOSSARY, type GlossaryKey } from '../../messages/en/glossary';
import type { OptionKey } from '../../probes/choice';
import { findProbe } from '../../probes/methods/list';
import { optionValue } from '../../probes/probe';
import { headLayout, parameterCount } from '../../training/model/head';
import { useAppState, useCommands, useWords } from '../hooks/use-app';
import { StepSlider } from '../kit/StepSlider';
import { Term } from '../kit/Term';

/** The settings of the chosen probe, and how many numbers it will learn. */
export function ProbeOptionsForm() {
  const words = useWords().probes.options;
  const chosen = useAppState((state) => state.probe);
  const setProbe = useCommands().setProbe;
  const classes = useAppState((state) => state.classes.length);
  const { width, grid } = findBackbone(useAppState((state) => state.backboneId));
  const probe = findProbe(chosen.name);
  const size = { patches: grid.height * grid.width, width };
  return (
    <div className="options">
      {probe.options.map((option) => (
        <StepSlider
          key={option.key}
          name={words[option.key].label}
          label={labelOf(option.key, words[option.key].label)}
          values={option.values(width, chosen.options)}
          value={optionValue(option, chosen.options)}
          format={words[option.key].value}
          onChange={(value) =>
            setProbe({ ...chosen, options: { ...chosen.options, [option.key]: value } })
          }
        />
      ))}
      <p className="options__count">
        <Term of="parameters">Parameters</Term>
        <span>
          {wholeNumber(parameterCount(headLayout(probe, chosen.options, size, classes)))}{' '}
          <span className="faint">
            {classes === 0 ? 'without classes' : `with ${count(classes, 'class', 'classes')}`}
          </span>
        </span>
      </p>
    </div>
  );
}

function labelOf(key: OptionKey, label: string): ReactNode {
  return isTerm(key) ? <Term of={key}>{label}</Term> : label;
}

function isTerm(key: string): key is GlossaryKey {
  return key in GLOSSARY;
}
