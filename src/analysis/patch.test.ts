import { expect, test } from 'vitest';
import { indexOfLargest, peakWeight, weightsAt } from './patch';

const weights = new Float32Array([0.5, 0.25, 0.25, 0, 0.75, 0.25]);

test('picks one column of the maps', () => {
  expect([...weightsAt(weights, 2, 3, 1)]).toEqual([0.25, 0.75]);
});

test('finds the peak, and where it is', () => {
  expect(peakWeight(weights)).toBe(0.75);
  expect(indexOfLargest(weights)).toBe(4);
  expect(indexOfLargest([])).toBe(-1);
});
