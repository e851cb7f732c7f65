import { expect, test } from 'vitest';
import { quantile } from './quantile';
import { seededRandom } from './random';

test('interpolates between neighbours as numpy does, in whatever order they come', () => {
  const values = new Float32Array([4, 1, 8, 2]);
  expect(quantile(values, 0)).toBe(1);
  expect(quantile(values, 1)).toBe(8);
  expect(quantile(values, 0.5)).toBe(3);
  expect(quantile(values, 0.75)).toBe(5);
});

test('is 0 for no numbers, and the number where all are equal', () => {
  expect(quantile(new Float32Array(), 0.5)).toBe(0);
  expect(quantile(new Float32Array(9).fill(0.25), 0.65)).toBe(0.25);
});

test.each([1, 4, 30])('equals what sorting gives, for numbers to the power %i', (power) => {
  const random = seededRandom(power);
  const values = Float32Array.from({ length: 5000 }, () => random() ** power - 0.3);
  const sorted = values.slice().sort();
  for (let rank = 0; rank < values.length; rank += 7) {
    const share = rank / (values.length - 1);
    expect(quantile(values, share)).toBeCloseTo(sorted[rank] ?? 0, 6);
  }
});
