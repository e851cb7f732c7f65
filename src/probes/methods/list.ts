import { withCls } from '../layers/with-cls';
import type { Probe } from '../probe';
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
import { siglip } from './siglip';
import { simpool } from './simpool';

/** Every probing method, in the order of the page. Adding one is adding its file and a line here. */
export const PROBES: readonly Probe[] = [
  ep,
  gap,
  linear,
  abmilp,
  simpool,
  esimpool,
  clip,
  siglip,
  aim,
  cbam,
  coca,
  cait,
  dinovit,
  jepa,
  dolg,
  cae,
];

/**
 * The same ones over [CLS] and the patches, for backbones that have [CLS]: where that was trained,
 * it often knows more than the patches. A grid has no place for it, so CBAM stays out.
 */
export const PROBES_WITH_CLS: readonly Probe[] = PROBES.filter(
  (probe) => probe.reads === 'patches' && probe !== cbam,
).map(withCls);

/** @throws when no probe has this name. */
export function findProbe(name: string): Probe {
  const probe = [...PROBES, ...PROBES_WITH_CLS].find((candidate) => candidate.name === name);
  if (!probe) throw new Error(`No probe is named "${name}".`);
  return probe;
}
