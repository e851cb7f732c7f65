import { expect, test } from 'vitest';
import { queryOpacity } from './single';

const grid = { height: 2, width: 5 };

test('the peak is opaque and the uniform weight transparent', () => {
  const weights = new Float32Array([0.55, 0.1, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0]);
  const opacity = queryOpacity(weights, 0, grid, 1);
  expect(opacity[0]).toBeCloseTo(1, 5);
  expect(opacity[1]).toBeCloseTo(0, 2);
  expect(opacity[2]).toBe(0);
  expect(opacity[9]).toBe(0);
});

test('a nearly uniform map stays faint, whichever query it is', () => {
  const weights = new Float32Array(20).fill(0.1);
  weights[12] = 0.12;
  expect(Math.max(...queryOpacity(weights, 1, grid, 1))).toBeLessThan(0.2);
});
