import type { ComparisonSlice } from './comparison-types';

export const initialComparison: ComparisonSlice = {
  comparison: { kind: 'idle' },
  backboneStudies: {},
};
