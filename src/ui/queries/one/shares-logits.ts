import type { Backbone } from '../../../backbones/catalogue/catalogue';
import type { ProbeChoice } from '../../../probes/choice';
import { findProbe } from '../../../probes/methods/list';
import { poolInputs } from '../../../training/model/head-multiply-adds';

/** Whether a probe's logits can be shared out over its queries: only where it is linear after its attention. */
export function sharesLogits({ name, options }: ProbeChoice, { grid, width }: Backbone): boolean {
  const probe = findProbe(name);
  const shape = { probe, options, patches: grid.height * grid.width, width, batch: 1 };
  return probe.pool(poolInputs(shape).inputs).pooling?.attribution !== undefined;
}
