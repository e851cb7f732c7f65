import { expect, test } from 'vitest';
import { shotsDone } from './shots-done';

const entries = ['ep', 'gap'].map((key) => ({ key, probe: { name: key, options: {} } }));
const result = (key: string, perClass: number, fold: number) => {
  return { key, perClass, fold, correct: 1, total: 2, milliseconds: 1 };
};
const study = { entries, sizes: [2, 4], folds: 2, repeats: 1 };

test('counts trainings, and names the next: small sizes first', () => {
  expect(shotsDone({ ...study, results: [] })).toMatchObject({
    done: 0,
    total: 8,
    next: { perClass: 2, fold: 0, entry: { key: 'ep' } },
  });
  const small = ['ep', 'gap'].flatMap((key) => [0, 1].map((fold) => result(key, 2, fold)));
  expect(shotsDone({ ...study, results: small }).next).toMatchObject({
    perClass: 4,
    fold: 0,
    entry: { key: 'ep' },
  });
  const large = ['ep', 'gap'].flatMap((key) => [0, 1].map((fold) => result(key, 4, fold)));
  expect(shotsDone({ ...study, results: [...small, ...large] })).toEqual({
    done: 8,
    total: 8,
    next: null,
  });
});
