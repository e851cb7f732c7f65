import { ProgrammingError } from '../../vocabulary/programming-error';
import { nameWithoutCls, withCls } from '../layers/with-cls';
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

/**
 * Every probing method by its name, in the order of the page. Adding one is adding its file, a line
 * here, and its words (`messages/<language>/probes.ts`, which does not compile without them).
 */
const BY_NAME = {
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
} satisfies Record<string, Probe>;

export type ProbeName = keyof typeof BY_NAME;
export type MethodName = ProbeName | 'knn';

export const PROBES: readonly Probe[] = Object.values(BY_NAME);

/**
 * The same ones over [CLS] and the patches, for backbones that have [CLS]: where that was trained,
 * it often knows more than the patches. A grid has no place for it, so CBAM stays out.
 */
export const PROBES_WITH_CLS: readonly Probe[] = PROBES.filter(
  (probe) => probe.reads === 'patches' && probe !== cbam,
).map(withCls);

/** What a comparison knows of each of its entries: of every probe, and of k-NN, which learns nothing. */
export type Method = Pick<Probe, 'name' | 'label' | 'reference' | 'reads' | 'options'>;

export const KNN: Method = {
  name: 'knn',
  label: 'k-NN',
  reference: 'Wu et al., CVPR 2018',
  reads: 'patches',
  options: [],
};

/** In the order of the page. */
export const METHODS: readonly Method[] = [...PROBES, ...PROBES_WITH_CLS, KNN];

/** @throws `ProgrammingError` when no probe has this name. */
export function findProbe(name: string): Probe {
  const probe = [...PROBES, ...PROBES_WITH_CLS].find((candidate) => candidate.name === name);
  if (!probe) throw new ProgrammingError(`No probe is named "${name}".`);
  return probe;
}

/** @throws `ProgrammingError` when no method has this name. */
export function findMethod(name: string): Method {
  const method = METHODS.find((candidate) => candidate.name === name);
  if (!method) throw new ProgrammingError(`No method is named "${name}".`);
  return method;
}

/**
 * The name of a method, or of the same method without [CLS]: `ep` for `ep` and for `ep_all`.
 * @throws `ProgrammingError` when no method has this name.
 */
export function baseMethod(name: string): MethodName {
  const base = nameWithoutCls(name);
  if (Object.hasOwn(BY_NAME, base) || base === KNN.name) return base as MethodName;
  throw new ProgrammingError(`No method is named "${name}".`);
}
