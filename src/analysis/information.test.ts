import { expect, test } from 'vitest';
import { concentration } from './information';

test('concentration is 0 for a uniform map, 1 for one patch, between for others', () => {
  expect(concentration(new Float32Array(16).fill(1 / 16))).toBeCloseTo(0, 6);
  expect(concentration(new Float32Array([0, 1, 0]))).toBe(1);
  expect(concentration(new Float32Array([0.5, 0.5, 0, 0]))).toBeCloseTo(0.5, 6);
});
