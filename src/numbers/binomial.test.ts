import { expect, it } from 'vitest';
import { binomialTail } from './binomial';

it('adds up what is at least so many', () => {
  expect(binomialTail(2, 3, 0.5)).toBeCloseTo(0.5, 12);
  expect(binomialTail(3, 3, 0.25)).toBeCloseTo(1 / 64, 12);
  expect(binomialTail(8, 10, 0.5)).toBeCloseTo(56 / 1024, 12);
  expect(binomialTail(600, 1000, 0.5)).toBeCloseTo(1.36e-10, 12);
});

it('knows the ends', () => {
  expect(binomialTail(0, 5, 0.3)).toBe(1);
  expect(binomialTail(6, 5, 0.3)).toBe(0);
  expect(binomialTail(1, 5, 0)).toBe(0);
  expect(binomialTail(5, 5, 1)).toBe(1);
});
