import { expect, test } from 'vitest';
import { stratifiedFolds } from '../../training/data/folds';
import { planShots } from './shot-sizes';

const plan = (images: readonly number[], folds = 5) =>
  planShots(
    images.map((count, label) => ({ label, images: count })),
    folds,
  );

test('doubles up to what the smallest class can fill in every fold', () => {
  expect(plan([40, 20])).toEqual({ sizes: [2, 4, 8, 16], ceiling: { label: 1, images: 16 } });
  expect(plan([12, 12])?.sizes).toEqual([2, 4, 8]);
});

test('adds what there is where that is clearly more than the last power of two', () => {
  expect(plan([15, 15])?.sizes).toEqual([2, 4, 8, 12]);
  expect(plan([14, 99])?.sizes).toEqual([2, 4, 8]);
  expect(plan([4, 4], 4)?.sizes).toEqual([2, 3]);
});

test('is empty where a fold leaves some class a single image, null without classes', () => {
  expect(plan([2, 20], 2)).toEqual({ sizes: [], ceiling: { label: 0, images: 1 } });
  expect(plan([])).toBeNull();
});

test('its ceiling is what the folds leave, whatever the numbers', () => {
  for (const counts of [
    [7, 11, 5],
    [12, 10],
    [9, 9, 9, 9],
    [23, 6],
  ]) {
    for (const folds of [2, 3, 5]) {
      const images = counts.flatMap((count, classIndex) =>
        Array.from({ length: count }, (_, i) => ({
          id: `${classIndex} ${i}`,
          name: `${classIndex} ${i}`,
          classIndex,
        })),
      );
      const left = stratifiedFolds(images, folds, 1, 3).map(({ training }) =>
        Math.min(
          ...counts.map((_, index) => training.filter((i) => i.classIndex === index).length),
        ),
      );
      const ceiling = plan(counts, folds)?.ceiling.images ?? 0;
      expect(Math.min(...left)).toBeGreaterThanOrEqual(ceiling);
      expect(Math.min(...left)).toBeLessThanOrEqual(ceiling + 1);
    }
  }
});
