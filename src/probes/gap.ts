import { reduceMean } from '../graph/operators';
import { foldIdentity } from './fold-identity';
import type { Probe } from './probe';

/** Global average pooling: the mean over the patches, no learned number before the classifier. */
export const gap: Probe = {
  name: 'gap',
  label: 'GAP',
  description: 'Global average pooling: every patch counts the same, then a linear classifier.',
  reference: 'Lin et al., ICLR 2014',
  reads: 'patches',
  options: [],
  recogniseOptions: () => ({}),
  descriptorWidth: (width) => width,
  parameters: () => [],
  pool: ({ tokens }) => ({ descriptor: reduceMean(tokens, [1]), attention: null }),
  fold: (_, standardisation) => foldIdentity(standardisation),
};
