import { expect, it } from 'vitest';
import { labelledImages, planFolds } from './plan';

const image = (id: string, classId: string) => ({ id, name: `${id}.png`, classId });

it('labels images by the order of the classes, and leaves out those of others', () => {
  const classes = [{ id: 'dog' }, { id: 'cat' }];
  const images = [image('a', 'cat'), image('b', 'owl'), image('c', 'dog')];
  expect(labelledImages(images, classes)).toEqual([
    { id: 'a', name: 'a.png', classIndex: 1 },
    { id: 'c', name: 'c.png', classIndex: 0 },
  ]);
});

it('plans as many folds as wanted, or as the smallest class has images', () => {
  const [cat, dog] = [
    { label: 'cat', images: 10 },
    { label: 'dog', images: 3 },
  ];
  expect(planFolds([cat, { ...dog, images: 5 }], 5)).toEqual({ folds: 5, smallest: null });
  expect(planFolds([cat, dog], 5)).toEqual({ folds: 3, smallest: dog });
  expect(planFolds([dog, { label: 'owl', images: 3 }], 5).smallest).toEqual(dog);
  expect(planFolds([], 5)).toEqual({ folds: 5, smallest: null });
});
