import { ep } from './ep';
import { gap } from './gap';
import { linear } from './linear';
import type { Probe } from './probe';

/** Every probing method, in the order of the page. Adding one is adding its file and a line here. */
export const PROBES: readonly Probe[] = [ep, gap, linear];

/** @throws when no probe has this name. */
export function findProbe(name: string): Probe {
  const probe = PROBES.find((candidate) => candidate.name === name);
  if (!probe) throw new Error(`No probe is named "${name}".`);
  return probe;
}
