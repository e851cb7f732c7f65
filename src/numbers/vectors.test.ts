import { expect, test } from 'vitest';
import { argmax, cosine, meanRow } from './vectors';

test('argmax is the first of equals, and -1 of nothing', () => {
  expect(argmax([0.5, 0.25, 0.75, 0.75])).toBe(2);
  expect(argmax([-3, -1])).toBe(1);
  expect(argmax([])).toBe(-1);
});

test('cosines by hand', () => {
  expect(cosine([3, 4], [6, 8])).toBe(1);
  expect(cosine([3, 4], [-4, 3])).toBe(0);
  expect(cosine([3, 4], [5, 0])).toBeCloseTo(0.6, 12);
  expect(cosine([3, 4], [0, 0])).toBe(0);
});

test('the mean row is taken column by column', () => {
  expect([...meanRow(new Float32Array([1, 7, 3, 9]), 2)]).toEqual([2, 8]);
});
