import { expect, it } from 'vitest';
import { foldCount, timeLeft } from './time-left';

const entries = ['gap', 'ep', 'jepa'].map((key) => ({ key, probe: { name: key, options: {} } }));
const fold = (key: string, number: number, milliseconds: number) => ({
  key,
  fold: number,
  correct: 1,
  total: 1,
  milliseconds,
});

it('takes an entry by its own folds, and one that has none by the mean', () => {
  const results = [fold('gap', 0, 100), fold('gap', 1, 100), fold('ep', 0, 400)];
  const queue = { entries, results, folds: 2, repeats: 1 };
  expect(foldCount(queue)).toEqual({ done: 3, total: 6 });
  expect(timeLeft(queue)).toBe(400 + 2 * 200);
  expect(timeLeft(queue, 1.5)).toBe(1200);
});

it('knows nothing before the first fold, and nothing is left after the last', () => {
  expect(timeLeft({ entries, results: [], folds: 2, repeats: 1 })).toBeNull();
  const all = entries.map(({ key }) => fold(key, 0, 100));
  expect(timeLeft({ entries, results: all, folds: 1, repeats: 1 })).toBe(0);
});
