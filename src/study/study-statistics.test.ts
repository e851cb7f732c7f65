import { expect, it } from 'vitest';
import { accuracyOf, pairedDifference } from './study-statistics';

const fold = (key: string, number: number, correct: number, total = 10) => ({
  key,
  fold: number,
  correct,
  total,
  milliseconds: 1,
});
const RESULTS = [
  fold('a', 0, 8),
  fold('a', 1, 6),
  fold('b', 0, 7),
  fold('b', 1, 5),
  fold('c', 0, 10),
];

it('gives mean and standard error over the folds', () => {
  expect(accuracyOf(RESULTS, 'a')).toEqual({
    mean: 0.7,
    standardError: expect.closeTo(0.1, 12),
    folds: 2,
    correct: 14,
    total: 20,
  });
  expect(accuracyOf(RESULTS, 'c')).toMatchObject({ mean: 1, standardError: null });
  expect(accuracyOf(RESULTS, 'd')).toBeNull();
});

it('compares fold by fold: what makes a fold hard for both cancels', () => {
  expect(pairedDifference(RESULTS, 'a', 'b')).toMatchObject({
    mean: expect.closeTo(0.1, 12),
    standardError: expect.closeTo(0, 12),
    folds: 2,
  });
  expect(pairedDifference(RESULTS, 'a', 'c')).toMatchObject({ folds: 1, standardError: null });
  expect(pairedDifference(RESULTS, 'a', 'd')).toBeNull();
});
