import { expect, test } from 'vitest';
import { peakWeight, weightsAt } from './patch';

const weights = new Float32Array([0.5, 0.25, 0.25, 0, 0.75, 0.25]);

test('picks one column of the maps', () => {
  expect([...weightsAt(weights, 2, 3, 1)]).toEqual([0.25, 0.75]);
});

test('finds the peak', () => {
  expect(peakWeight(weights)).toBe(0.75);
});
