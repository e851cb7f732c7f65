import type { Backbone } from '../../backbones/catalogue/catalogue';
import type { ProbeChoice } from '../../probes/choice';
import { findProbe } from '../../probes/methods/list';
import { mapCount } from '../../training/model/map-count';

/** How many maps a probe will have for each image; 0 where nothing attends. */
export function expectedMaps({ name, options }: ProbeChoice, { grid, width }: Backbone): number {
  return mapCount({ probe: findProbe(name), options, patches: grid.height * grid.width, width });
}
