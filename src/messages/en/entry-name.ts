import type { ProbeChoice } from '../../probes/choice';
import { findMethod } from '../../probes/methods/index';
import { hasNamedValues, methods } from './methods';

/** "EP, 8 queries", "EP, 16 queries, d_out 4", "SimPool": a probe with the settings that matter. */
export function entryName(choice: ProbeChoice): string {
  return [methods.label(choice.name), ...settings(choice)].join(', ');
}

/** "8 queries, d_out 2": the settings alone; empty where there are none to tell apart by. */
export function entrySetting(choice: ProbeChoice): string {
  return settings(choice).join(', ');
}

/** "EP with 8 queries": the same within a sentence. */
export function entryInSentence(choice: ProbeChoice): string {
  const [first, ...rest] = settings(choice);
  const label = methods.label(choice.name);
  if (first === undefined) return label;
  return [`${label} with ${first}`, ...rest].join(' and ');
}

/** "EP 8", "EP 16 · d_out 4": the same beside a point of the figure. */
export function entryTag(choice: ProbeChoice): string {
  const { queries } = choice.options;
  const rest = settings(choice).filter((setting) => !setting.endsWith(QUERIES));
  const label = methods.label(choice.name);
  return [queries === undefined ? label : `${label} ${queries}`, ...rest].join(' · ');
}

const QUERIES = ' queries';

function settings({ name, options }: ProbeChoice): string[] {
  return findMethod(name).options.flatMap(({ key, default: usual }) => {
    const value = options[key] ?? usual;
    const label = methods.option(key);
    if (hasNamedValues(key)) return [`${label.toLowerCase()} ${methods.optionValue(key, value)}`];
    // The number of queries is what an entry of EP is known by, even where it is the usual one.
    if (key === 'queries') return [value === 1 ? '1 query' : `${value}${QUERIES}`];
    if (key === 'dOut') return value === 1 ? [] : [`${label} ${value}`];
    return value === usual ? [] : [`${label} ${value}`];
  });
}
