import { describe, expect, test } from 'vitest';
import { symmetricEigen } from '../numbers/jacobi';
import { seededRandom } from '../numbers/random';
import { fitColours, paintTokens } from './token-pca';

/** Normal numbers by the sum of twelve. */
function normal(random: () => number): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}

/** Rows with the given deviations along axes that are turned at random. */
function cloud(rows: number, deviations: readonly number[], seed: number) {
  const random = seededRandom(seed);
  const width = deviations.length;
  const square = Float64Array.from({ length: width * width }, () => normal(random));
  const turned = square.map((_, i) => {
    const [r, c] = [Math.floor(i / width), i % width];
    return (square[r * width + c] ?? 0) + (square[c * width + r] ?? 0);
  });
  const { vectors: axes } = symmetricEigen(turned, width);
  const tokens = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) {
    axes.forEach((axis, k) => {
      const along = normal(random) * (deviations[k] ?? 0);
      axis.forEach((value, d) => {
        tokens[row * width + d] = (tokens[row * width + d] ?? 0) + along * value + 0.3 * d;
      });
    });
  }
  return { tokens, axes };
}

test('four points of a cross: components, shares and colours by hand', () => {
  // ±3 along the second axis, ±1 along the first, around (10, 20, 30).
  const tokens = new Float32Array([10, 23, 30, 10, 17, 30, 11, 20, 30, 9, 20, 30]);
  const fit = fitColours(tokens, 3);
  expect([...fit.mean]).toEqual([10, 20, 30]);
  const [first, second, third] = fit.channels;
  expect([...(first.direction ?? [])].map((v) => Math.round(v * 1e6) / 1e6 + 0)).toEqual([0, 1, 0]);
  expect([...(second.direction ?? [])].map((v) => Math.round(v * 1e6) / 1e6 + 0)).toEqual([
    1, 0, 0,
  ]);
  expect(first.share).toBeCloseTo(0.9, 6);
  expect(second.share).toBeCloseTo(0.1, 6);
  expect(third).toEqual({ direction: null, low: 0, high: 0, share: 0 });
  // Quantiles of 1 and 99 % of (−3, 0, 0, 3) lie at ±2.91.
  expect(first.high).toBeCloseTo(2.91, 5);
  expect([...paintTokens(tokens, fit)]).toEqual(
    [
      [255, 128, 128, 255],
      [0, 128, 128, 255],
      [128, 255, 128, 255],
      [128, 0, 128, 255],
    ].flat(),
  );
});

describe.each([
  ['few strong directions', [5, 4, 3, 1, 0.8, 0.5, 0.5, 0.3, 0.2, 0.1, 0.1, 0.1]],
  // As tokens do: none stands out, and all of 96 take part.
  ['many of nearly equal strength', Array.from({ length: 96 }, (_, k) => 2.7 * (k + 2) ** -0.35)],
])('%s', (_, deviations) => {
  const width = deviations.length;
  const { tokens } = cloud(2000, deviations, 3);

  test('the directions are those of the covariance', () => {
    const fit = fitColours(tokens, width);
    const covariance = new Float64Array(width * width);
    for (let i = 0; i < width; i++) {
      for (let j = 0; j < width; j++) {
        for (let row = 0; row < 2000; row++) {
          const a = (tokens[row * width + i] ?? 0) - (fit.mean[i] ?? 0);
          const b = (tokens[row * width + j] ?? 0) - (fit.mean[j] ?? 0);
          covariance[i * width + j] = (covariance[i * width + j] ?? 0) + (a * b) / 2000;
        }
      }
    }
    const { values, vectors } = symmetricEigen(covariance, width);
    const total = values.reduce((a, b) => a + b);
    fit.channels.forEach(({ direction, share }, k) => {
      expect(share).toBeCloseTo((values[k] ?? 0) / total, 5);
      const cosine = (direction ?? new Float64Array()).reduce(
        (sum, value, d) => sum + value * (vectors[k]?.[d] ?? 0),
        0,
      );
      expect(Math.abs(cosine)).toBeGreaterThan(0.99999);
    });
  });

  test('they are orthonormal, with a positive largest entry', () => {
    const found = fitColours(tokens, width).channels.map(({ direction }) => [...(direction ?? [])]);
    for (const [i, a] of found.entries()) {
      for (const [j, b] of found.entries()) {
        const product = a.reduce((sum, value, d) => sum + value * (b[d] ?? 0), 0);
        expect(product).toBeCloseTo(i === j ? 1 : 0, 9);
      }
      expect(a.reduce((most, v) => (Math.abs(v) > Math.abs(most) ? v : most), 0)).toBeGreaterThan(
        0,
      );
    }
  });

  test('the same tokens give the same colours, in any order of the images', () => {
    const half = tokens.length / 2;
    const swapped = new Float32Array([...tokens.subarray(half), ...tokens.subarray(0, half)]);
    const colours = paintTokens(tokens, fitColours(tokens, width));
    const other = paintTokens(tokens, fitColours(swapped, width));
    expect(Math.max(...colours.map((value, i) => Math.abs(value - (other[i] ?? 0))))).toBeLessThan(
      2,
    );
  });

  test('an offset or a scale of all tokens changes no colour', () => {
    const moved = tokens.map((value) => 4 * value + 7);
    const colours = paintTokens(tokens, fitColours(tokens, width));
    const other = paintTokens(moved, fitColours(moved, width));
    expect(Math.max(...colours.map((value, i) => Math.abs(value - (other[i] ?? 0))))).toBeLessThan(
      2,
    );
  });

  test('one token in a hundred saturates at each end, and no more', () => {
    const colours = paintTokens(tokens, fitColours(tokens, width));
    const full = colours.filter((value, i) => i % 4 === 0 && value === 255).length;
    expect(full).toBeGreaterThanOrEqual(15);
    expect(full).toBeLessThanOrEqual(40);
  });
});

test('tokens that are all equal are grey', () => {
  const equal = new Float32Array(40).fill(3);
  expect([...paintTokens(equal, fitColours(equal, 4)).subarray(0, 4)]).toEqual([
    128, 128, 128, 255,
  ]);
});

test('one token alone is grey, none is a mistake', () => {
  expect([
    ...paintTokens(new Float32Array([1, 2]), fitColours(new Float32Array([1, 2]), 2)),
  ]).toEqual([128, 128, 128, 255]);
  expect(() => fitColours(new Float32Array(), 4)).toThrow('no tokens');
});

test('directions of equal variance are found all the same', () => {
  const { tokens } = cloud(3000, [2, 2, 2, 2, 2, 2], 9);
  for (const { direction, share } of fitColours(tokens, 6).channels) {
    expect(share).toBeCloseTo(1 / 6, 1);
    expect(direction?.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 9);
  }
});
