import type { ProbeChoice } from '../../probes/choice';
import { findProbe } from '../../probes/methods/list';

/** How many maps a probe will have for each image; 0 where nothing attends. */
export function expectedMaps({ name, options }: ProbeChoice): number {
  return findProbe(name).mapCount(options);
}
