import { expect, it } from 'vitest';
import { foldCount, timeLeft, timeLeftInWords } from './time-left';

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

it('is said no finer than it is known', () => {
  expect([2_000, 12_000, 41_000, 59_000, 90_000, 130_000, 200_000].map(timeLeftInWords)).toEqual([
    'a few seconds left',
    'about 10 s left',
    'about 40 s left',
    'about 1 min left',
    'about 1.5 min left',
    'about 2 min left',
    'about 3 min left',
  ]);
});
