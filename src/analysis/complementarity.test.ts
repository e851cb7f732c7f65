import { describe, expect, it, test } from 'vitest';
import { randomMaps } from '../testing/random-maps';
import { complementarity, meanPairwiseCosine, pairMean } from './complementarity';

const rounded = (values: Float32Array, digits = 5) =>
  [...values].map((value) => Number(value.toFixed(digits)));

test('two maps that share no patch are as different as can be', () => {
  const both = complementarity(new Float32Array([1, 0, 0, 0, 0, 0.5, 0.5, 0]), 2);
  expect(rounded(both.cosine)).toEqual([1, 0, 0, 1]);
  expect(rounded(both.divergence)).toEqual([0, 1, 1, 0]);
  expect(rounded(both.entropy)).toEqual([0, 0.5]);
  expect([both.meanCosine, both.meanDivergence]).toEqual([0, 1]);
});

test('a pair worked out by hand', () => {
  // p = (1/2, 1/2), q = (1, 0): cosine 1/√2; m = (3/4, 1/4), H(m) = 0.81128, H(p) = 1, H(q) = 0.
  const both = complementarity(new Float32Array([0.5, 0.5, 1, 0]), 2);
  expect(both.cosine[1]).toBeCloseTo(Math.SQRT1_2, 6);
  expect(both.divergence[1]).toBeCloseTo(0.311278, 6);
  expect(rounded(both.entropy)).toEqual([1, 0]);
});

test('means are over pairs, each once, and not over the diagonal', () => {
  expect(pairMean(new Float32Array([1, 0.1, 0.2, 0.1, 1, 0.6, 0.2, 0.6, 1]), 3)).toBeCloseTo(0.3);
  expect(pairMean(new Float32Array([1]), 1)).toBeNull();
  expect(meanPairwiseCosine(new Float32Array([0.5, 0.5]), 1)).toBeNull();
});

describe('on random maps', () => {
  it.each([
    [1, 5, 0],
    [2, 1, 1],
    [3, 16, 0.5],
    [8, 196, 2],
    [12, 50, 8],
  ])('%i queries, %i patches, sharpness %f: within bounds and symmetric', (M, N, sharpness) => {
    for (let seed = 0; seed < 5; seed++) {
      const own = complementarity(randomMaps(M, N, seed, sharpness), M);
      for (let i = 0; i < M; i++) {
        expect(own.cosine[i * M + i]).toBeCloseTo(1, 6);
        expect(own.divergence[i * M + i]).toBe(0);
        for (let j = 0; j < M; j++) {
          expect(own.cosine[i * M + j]).toBe(own.cosine[j * M + i]);
          expect(own.divergence[i * M + j]).toBe(own.divergence[j * M + i]);
        }
      }
      for (const value of [...own.cosine, ...own.divergence, ...own.entropy, own.coverage]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
      expect(own.coverage).toBeGreaterThanOrEqual(1 / N);
      expect(own.meanCosine === null).toBe(M < 2);
    }
  });

  it('equals the definition of the divergence written out', () => {
    const [M, N] = [4, 30];
    const maps = randomMaps(M, N, 7);
    const { divergence } = complementarity(maps, M);
    const relative = (p: (n: number) => number, m: (n: number) => number) =>
      Array.from({ length: N }, (_, n) => p(n) * Math.log2(p(n) / m(n))).reduce((a, b) => a + b);
    for (let i = 0; i < M; i++) {
      for (let j = 0; j < M; j++) {
        const p = (n: number) => maps[i * N + n] ?? 0;
        const q = (n: number) => maps[j * N + n] ?? 0;
        const m = (n: number) => (p(n) + q(n)) / 2;
        expect(divergence[i * M + j]).toBeCloseTo((relative(p, m) + relative(q, m)) / 2, 5);
      }
    }
  });
});
