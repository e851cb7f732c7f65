import { expect, test } from 'vitest';
import { similarityTo } from './token-similarity';

test('cosines by hand', () => {
  const tokens = new Float32Array([3, 4, 6, 8, -3, -4, 4, -3, 0, 0, 5, 0]);
  const found = [...similarityTo(tokens, new Float32Array([3, 4]))];
  [1, 1, -1, 0, 0, 0.6].forEach((cosine, n) => {
    expect(found[n]).toBeCloseTo(cosine, 6);
  });
});

test('a token of zeros is like nothing', () => {
  expect([...similarityTo(new Float32Array([1, 2, 0, 0]), new Float32Array(2))]).toEqual([0, 0]);
});

test('no cosine leaves −1…1 by rounding', () => {
  const tokens = Float32Array.from({ length: 3000 }, (_, i) => Math.sin(i) * 1e3);
  for (let n = 0; n < 30; n++) {
    const token = tokens.subarray(100 * n, 100 * (n + 1));
    const cosines = similarityTo(tokens, token);
    expect(cosines[n]).toBeCloseTo(1, 6);
    expect(cosines.every((value) => Math.abs(value) <= 1)).toBe(true);
  }
});
