import { expect, it } from 'vitest';
import { pairedTest } from './paired-test';

const folds = (key: string, correct: number[], total = 20) =>
  correct.map((right, fold) => ({ key, fold, correct: right, total, milliseconds: 1 }));

it('widens the spread for folds that share their training images', () => {
  const results = [...folds('a', [18, 16, 18, 16, 17]), ...folds('b', [14, 14, 14, 14, 14])];
  const test = pairedTest(results, 'a', 'b', { folds: 5, repeats: 1 });
  // Differences 4 2 4 2 3 of 20: deviation 0.05, over five folds and a quarter held out per fold.
  expect(test?.difference).toBeCloseTo(0.15);
  expect(test?.standardError).toBeCloseTo(0.05 * Math.sqrt(1 / 5 + 1 / 4));
  expect(test?.halfWidth).toBeCloseTo(2.776 * 0.05 * Math.sqrt(1 / 5 + 1 / 4));
  expect(test?.outcome).toBe('ahead');
  expect(pairedTest(results, 'b', 'a', { folds: 5, repeats: 1 })?.outcome).toBe('behind');
});

it('leaves a difference of five images open, however even the folds are', () => {
  const even = [...folds('a', [18, 18, 18, 18, 18]), ...folds('b', [17, 17, 17, 17, 17])];
  expect(pairedTest(even, 'a', 'b', { folds: 5, repeats: 1 })?.outcome).toBe('open');
  const more = [...folds('a', [18, 18, 18, 18, 18]), ...folds('b', [16, 16, 16, 16, 16])];
  expect(pairedTest(more, 'a', 'b', { folds: 5, repeats: 1 })?.outcome).toBe('ahead');
});

it('knows no spread from one fold, and nothing without a common fold', () => {
  const results = [...folds('a', [18]), ...folds('b', [10, 10])];
  expect(pairedTest(results, 'a', 'b', { folds: 5, repeats: 1 })).toMatchObject({
    halfWidth: null,
    outcome: 'open',
  });
  expect(pairedTest(results, 'a', 'c', { folds: 5, repeats: 1 })).toBeNull();
});
