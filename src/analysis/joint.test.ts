import { expect, test } from 'vitest';
import { jointField } from './joint';

const grid = { height: 1, width: 4 };

test('every pixel goes to the query with the largest weight', () => {
  const weights = new Float32Array([0.7, 0.1, 0.1, 0.1, 0.05, 0.05, 0.2, 0.7]);
  const field = jointField(weights, 2, grid, 1);
  expect([...field.winner]).toEqual([0, 0, 1, 1]);
  expect([...field.strength].map((s) => s.toFixed(2))).toEqual(['0.70', '0.10', '0.20', '0.70']);
});
