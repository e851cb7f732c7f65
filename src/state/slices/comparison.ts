import type { ComparisonSlice } from './comparison-types';

export const initialComparison: ComparisonSlice = {
  comparing: 'probes',
  comparison: { kind: 'idle' },
  backboneStudies: {},
};
