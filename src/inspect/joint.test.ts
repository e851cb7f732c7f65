import { expect, test } from 'vitest';
import { jointField, jointOpacity } from './joint';

const grid = { height: 1, width: 4 };

test('every pixel goes to the query with the largest weight', () => {
  const weights = new Float32Array([0.7, 0.1, 0.1, 0.1, 0.05, 0.05, 0.2, 0.7]);
  const field = jointField(weights, 2, grid, 1);
  expect([...field.winner]).toEqual([0, 0, 1, 1]);
  expect([...field.strength].map((s) => s.toFixed(2))).toEqual(['0.70', '0.10', '0.20', '0.70']);
});

test('opacity follows the percentiles of the winning weight', () => {
  const strength = Float32Array.from({ length: 101 }, (_, i) => i);
  const opacity = jointOpacity(strength, 1);
  expect(opacity[65]).toBe(0);
  expect(opacity[82]).toBeCloseTo(0.5 ** 0.55, 5);
  expect(opacity[99]).toBe(1);
  expect(opacity[100]).toBe(1);
});

test('a uniform or nearly uniform map shows nothing, or nearly nothing', () => {
  expect(Math.max(...jointOpacity(new Float32Array(100).fill(0.01), 0.01))).toBe(0);
  const nearly = Float32Array.from({ length: 100 }, (_, i) => 0.01 * (1 + (i % 10) * 0.002));
  expect(Math.max(...jointOpacity(nearly, 0.01))).toBeLessThan(0.03);
});
