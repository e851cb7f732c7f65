import type { ProbeChoice } from '../../probes/choice';
import { findMethod } from '../../probes/methods/index';

/** "EP, 8 queries", "EP, 16 queries, d_out 4", "SimPool": a probe with the settings that matter. */
export function entryName(choice: ProbeChoice): string {
  return [findMethod(choice.name).label, ...settings(choice)].join(', ');
}

/** "8 queries, d_out 2": the settings alone; empty where there are none to tell apart by. */
export function entrySetting(choice: ProbeChoice): string {
  return settings(choice).join(', ');
}

/** "EP with 8 queries": the same within a sentence. */
export function entryInSentence(choice: ProbeChoice): string {
  const [first, ...rest] = settings(choice);
  const { label } = findMethod(choice.name);
  if (first === undefined) return label;
  return [`${label} with ${first}`, ...rest].join(' and ');
}

/** "EP 8", "EP 16 · d_out 4": the same beside a point of the figure. */
export function entryTag(choice: ProbeChoice): string {
  const { queries } = choice.options;
  const rest = settings(choice).filter((setting) => !setting.endsWith(QUERIES));
  const { label } = findMethod(choice.name);
  return [queries === undefined ? label : `${label} ${queries}`, ...rest].join(' · ');
}

const QUERIES = ' queries';

function settings({ name, options }: ProbeChoice): string[] {
  return findMethod(name).options.flatMap(({ key, label, words, default: usual }) => {
    const value = options[key] ?? usual;
    if (words) return [`${label.toLowerCase()} ${words[value] ?? value}`];
    // The number of queries is what an entry of EP is known by, even where it is the usual one.
    if (key === 'queries') return [value === 1 ? '1 query' : `${value}${QUERIES}`];
    if (key === 'dOut') return value === 1 ? [] : [`${label} ${value}`];
    return value === usual ? [] : [`${label} ${value}`];
  });
}
