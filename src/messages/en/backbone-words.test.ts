import { expect, test } from 'vitest';
import type { ComparisonRow } from '../../state/derive/comparison-rows';
import { backboneSummary, probeTag } from './backbone-words';

const estimate = (mean: number, standardError: number | null = 0.02) => ({
  mean,
  standardError,
  folds: 5,
  correct: Math.round(48 * mean),
  total: 48,
});
const row: ComparisonRow = {
  backboneId: 'hiera-tiny-224',
  precision: 'fp32',
  label: 'Hiera-T',
  family: 'MIM',
  linearReads: 'patches',
  accuracies: { knn: estimate(0.75), linear: estimate(0.83), ep: null },
  whole: false,
  stale: null,
};

test('linear is named by what it reads', () => {
  expect(probeTag('linear', row)).toBe('GAP');
  expect(probeTag('linear', { linearReads: 'cls' })).toBe('Linear');
});

test('the summary says what is finished of each backbone', () => {
  expect(backboneSummary([row])).toBe(
    'Held-out accuracy of three probes on each backbone. Hiera-T: k-NN 75 %, GAP 83 %.',
  );
});
