import { expect, test } from 'vitest';
import { roundTogether } from './round-together';

test('what is shown adds up; the number nearest to the other side gives way', () => {
  expect(roundTogether([5.403, 0.014], 5.417, 2)).toEqual([5.4, 0.02]);
  expect(roundTogether([-5.403, -0.014], -5.417, 2)).toEqual([-5.4, -0.02]);
  expect(roundTogether([1.25, -0.5, 0.125], 0.875, 3)).toEqual([1.25, -0.5, 0.125]);
});

test('always adds up, and no number is off by a unit of the last place', () => {
  let seed = 1;
  const random = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647 - 0.5;
  };
  for (let round = 0; round < 200; round++) {
    const values = Array.from({ length: 1 + (round % 66) }, () => random() * 3);
    const total = values.reduce((sum, value) => sum + value, 0);
    const shown = roundTogether(values, total, 2);
    expect(shown.reduce((sum, value) => sum + value, 0)).toBeCloseTo(
      Math.round(total * 100) / 100,
      9,
    );
    shown.forEach((value, index) => {
      expect(Math.abs(value - (values[index] ?? 0))).toBeLessThan(0.01 + 1e-9);
    });
  }
});
