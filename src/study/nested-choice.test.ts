import { expect, it } from 'vitest';
import type { FoldResult } from '../training/run/compare-api';
import { nestedChoice } from './nested-choice';

/** @param inner of 10, and the loss */
const fold = (
  key: string,
  number: number,
  correct: number,
  inner: [number, number],
): FoldResult => ({
  ...{ key, fold: number, correct, total: 20, milliseconds: 1 },
  chosen: {
    kind: 'recipe',
    setting: {},
    inner: { correct: inner[0], total: 10, loss: inner[1] },
    milliseconds: 1,
  },
});
const RESULTS = [
  fold('a', 0, 11, [7, 0.5]),
  fold('a', 1, 12, [7, 0.5]),
  fold('a', 2, 13, [7, 0.5]),
  fold('b', 0, 1, [8, 0.9]),
  fold('b', 1, 2, [7, 0.4]),
  fold('b', 2, 3, [7, 0.5]),
];

it('takes in every fold what the inner scores speak for, however it does on the held-out images', () => {
  const chosen = nestedChoice(RESULTS, ['a', 'b'], 'both');
  // More right; as many at a lower loss; the first of equals.
  expect(chosen?.results.map(({ key, fold, correct }) => [key, fold, correct])).toEqual([
    ['both', 0, 1],
    ['both', 1, 2],
    ['both', 2, 13],
  ]);
  expect(chosen?.picks).toEqual([
    { key: 'b', folds: 2 },
    { key: 'a', folds: 1 },
  ]);
});

it('takes only folds that all have finished, and nothing without inner scores', () => {
  expect(nestedChoice(RESULTS.slice(0, 4), ['a', 'b'], 'both')?.results).toHaveLength(1);
  expect(nestedChoice(RESULTS.slice(0, 3), ['a', 'b'], 'both')).toBeNull();
  const { chosen: _, ...shared } = fold('b', 0, 1, [8, 0.9]);
  expect(nestedChoice([...RESULTS.slice(0, 3), shared], ['a', 'b'], 'both')).toBeNull();
});
