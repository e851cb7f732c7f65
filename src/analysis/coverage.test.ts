import { expect, test } from 'vitest';
import { coverage } from './coverage';

test('a query holds the fewest patches that carry half of its weight', () => {
  expect(coverage(new Float32Array([0.6, 0.2, 0.1, 0.1]), 1)).toBe(0.25);
  expect(coverage(new Float32Array([0.4, 0.3, 0.2, 0.1]), 1)).toBe(0.5);
});

test('what several queries hold counts once', () => {
  expect(coverage(new Float32Array([0.9, 0.1, 0, 0, 0.8, 0.2, 0, 0]), 2)).toBe(0.25);
  expect(coverage(new Float32Array([0.9, 0.1, 0, 0, 0.1, 0, 0.9, 0]), 2)).toBe(0.5);
});

test('a uniform map holds everything, whatever rounding makes of it', () => {
  expect(coverage(new Float32Array(7).fill(1 / 7), 1)).toBe(1);
  const nearly = Float32Array.from({ length: 200 }, (_, n) => (1 + 1e-6 * (n % 7)) / 200);
  expect(coverage(nearly, 1)).toBe(1);
});
