import { expect, it } from 'vitest';
import type { ComparisonRow } from '../../state/derive/comparison-rows';
import { studyRows } from '../../study/study-table';
import { backboneSummary, figureSummary, probeTag } from './figure-summaries';

const ep = { key: 'ep', probe: { name: 'ep', options: { queries: 8, dOut: 1 } } };
const gap = { key: 'gap', probe: { name: 'gap', options: {} } };
const facts = (key: string, total: number) => ({
  key,
  parameters: { total, pooling: 0 },
  multiplyAdds: { factored: 1, reference: 1 },
});
const fold = (key: string, correct: number) => ({
  key,
  fold: 0,
  correct,
  total: 100,
  milliseconds: 1,
});
const study = {
  entries: [gap, ep],
  facts: { gap: facts('gap', 1540), ep: facts('ep', 152_068) },
  results: [fold('gap', 83), fold('ep', 92)],
};

it('names the ends of both axes', () => {
  expect(figureSummary(studyRows(study))).toBe(
    'Held-out accuracy against number of parameters. 2 probes: accuracy from GAP with 83 % to EP, 8 queries with 92 %, parameters from GAP with 1,540 to EP, 8 queries with 152,068. The table has all numbers.',
  );
});

it('speaks of what is finished only', () => {
  expect(figureSummary(studyRows({ ...study, results: [fold('ep', 92)] }))).toContain(
    'One probe: EP, 8 queries with 92 %.',
  );
  expect(figureSummary([])).toContain('No probe is finished.');
});

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

it('linear is named by what it reads', () => {
  expect(probeTag('linear', row)).toBe('GAP');
  expect(probeTag('linear', { linearReads: 'cls' })).toBe('Linear');
});

it('the summary says what is finished of each backbone', () => {
  expect(backboneSummary([row])).toBe(
    'Held-out accuracy of three probes on each backbone. Hiera-T: k-NN 75 %, GAP 83 %.',
  );
});
