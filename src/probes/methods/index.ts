import type { Probe } from '../probe';
import { PROBES, PROBES_WITH_CLS } from './list';

/** What can be said of anything that a comparison holds: every probe, and k-NN, which learns nothing. */
export type Method = Pick<
  Probe,
  'name' | 'label' | 'description' | 'reference' | 'reads' | 'options'
>;

export const KNN: Method = {
  name: 'knn',
  label: 'k-NN',
  description:
    'Nearest neighbours: an image gets the class of the training images that are most like it; nothing is learned.',
  reference: 'Wu et al., CVPR 2018',
  reads: 'patches',
  options: [],
};

/** In the order of the page. */
export const METHODS: readonly Method[] = [...PROBES, ...PROBES_WITH_CLS, KNN];

/** @throws when no method has this name. */
export function findMethod(name: string): Method {
  const method = METHODS.find((candidate) => candidate.name === name);
  if (!method) throw new Error(`No method is named "${name}".`);
  return method;
}
