import { foldIdentity } from './fold-identity';
import type { Probe } from './probe';

/** Linear probing: the backbone's own summary, its [CLS] token, straight into the classifier. */
export const linear: Probe = {
  name: 'linear',
  label: 'Linear',
  description:
    'Linear probing: the [CLS] token, the backbone’s own summary, is classified as it is.',
  reference: 'Alain & Bengio, 2016',
  reads: 'cls',
  options: [],
  recogniseOptions: () => ({}),
  descriptorWidth: (width) => width,
  parameters: () => [],
  pool: ({ tokens }) => ({ descriptor: tokens, attention: null }),
  fold: (_, standardisation) => foldIdentity(standardisation),
};
