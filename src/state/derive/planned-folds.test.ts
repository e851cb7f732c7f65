import { expect, it } from 'vitest';
import type { ImageItem } from '../slices/types';
import { plannedFolds } from './planned-folds';

const classes = ['cat', 'dog', 'owl'].map((id) => ({ id, name: id }));
const images = (classId: string, count: number, kind: 'ready' | 'waiting' = 'ready') =>
  Array.from(
    { length: count },
    (_, i): ImageItem => ({
      id: `${classId} ${i} ${kind}`,
      name: `${classId} ${i}`,
      classId,
      status: { kind },
      cropUrl: null,
    }),
  );

it('is what was wanted where every class has as many images, also those still to be read', () => {
  const state = {
    classes,
    folds: 5,
    images: [...images('cat', 5), ...images('dog', 6, 'waiting')],
  };
  expect(plannedFolds(state)).toEqual({ folds: 5, smallest: null });
});

it('is fewer where a class is small, and names the class', () => {
  const state = { classes, folds: 5, images: [...images('cat', 9), ...images('dog', 3)] };
  expect(plannedFolds(state)).toEqual({ folds: 3, smallest: { label: classes[1], images: 3 } });
});

it('pays no heed to classes that are left out', () => {
  const state = {
    classes,
    folds: 5,
    images: [...images('cat', 9), ...images('dog', 6), ...images('owl', 1)],
  };
  expect(plannedFolds(state)).toEqual({ folds: 5, smallest: null });
});
