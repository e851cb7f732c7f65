import type { ProbeChoice } from '../../probes/choice';
import { findProbe } from '../../probes/list';
import { optionValue } from '../../probes/probe';

/** How many maps a probe will have for each image: 0 where it has no queries. */
export function expectedQueries({ name, options }: ProbeChoice): number {
  const queries = findProbe(name).options.find((option) => option.key === 'queries');
  return queries ? optionValue(queries, options) : 0;
}
