import { expect, test } from 'vitest';
import { confusion } from './confusion';

test('sorts images by actual and predicted class', () => {
  const table = confusion(
    [
      { imageId: 'a', actual: 0, predicted: 0 },
      { imageId: 'b', actual: 0, predicted: 1 },
      { imageId: 'c', actual: 1, predicted: 1 },
      { imageId: 'd', actual: 0, predicted: 1 },
    ],
    2,
  );
  expect(table).toEqual([
    [['a'], ['b', 'd']],
    [[], ['c']],
  ]);
});

test('leaves out classes that no longer exist', () => {
  expect(confusion([{ imageId: 'a', actual: -1, predicted: 0 }], 1)).toEqual([[[]]]);
});
