import { abmilp } from './abmilp';
import { aim } from './aim';
import { cae } from './cae';
import { cait } from './cait';
import { cbam } from './cbam';
import { clip } from './clip';
import { coca } from './coca';
import { dinovit } from './dinovit';
import { dolg } from './dolg';
import { ep } from './ep';
import { esimpool } from './esimpool';
import { gap } from './gap';
import { jepa } from './jepa';
import { linear } from './linear';
import type { Probe } from './probe';
import { siglip } from './siglip';
import { simpool } from './simpool';

/** Every probing method, in the order of the page. Adding one is adding its file and a line here. */
export const PROBES: readonly Probe[] = [
  ep,
  gap,
  linear,
  simpool,
  esimpool,
  siglip,
  aim,
  coca,
  jepa,
  cae,
  abmilp,
  dolg,
  cait,
  clip,
  dinovit,
  cbam,
];

/** @throws when no probe has this name. */
export function findProbe(name: string): Probe {
  const probe = PROBES.find((candidate) => candidate.name === name);
  if (!probe) throw new Error(`No probe is named "${name}".`);
  return probe;
}
