import { expect, test } from 'vitest';
import { quantile } from './quantile';

test('interpolates between neighbours as numpy does', () => {
  const sorted = new Float32Array([1, 2, 4, 8]);
  expect(quantile(sorted, 0)).toBe(1);
  expect(quantile(sorted, 1)).toBe(8);
  expect(quantile(sorted, 0.5)).toBe(3);
  expect(quantile(sorted, 0.75)).toBe(5);
});

test('is 0 for no numbers', () => {
  expect(quantile(new Float32Array(), 0.5)).toBe(0);
});
