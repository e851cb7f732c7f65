import { expect, test } from 'vitest';
import { extremePairs, matrixPaths } from './matrix-paths';

const values = new Float32Array([1, 0.1, 0.6, 0.1, 1, 0, 0.6, 0, 1]);

test('cells of one shade share a path, in the order of the rows', () => {
  const shades = matrixPaths(values, [2, 0, 1], (value) => value, 11);
  expect(shades.map(({ share }) => share)).toEqual([0, 0.1, 0.6, 1]);
  // Query 3 stands first: its cell with query 2 is in the first row, third column.
  expect(shades[0]?.path).toBe('M2 0h1v1h-1zM0 2h1v1h-1z');
  expect(shades[3]?.path).toBe('M0 0h1v1h-1zM1 1h1v1h-1zM2 2h1v1h-1z');
});

test('every cell is drawn once, whatever its value', () => {
  const wild = new Float32Array(16).map((_, i) => i - 3);
  const cells = matrixPaths(wild, [0, 1, 2, 3], (value) => value)
    .map(({ path }) => path.match(/M/g)?.length ?? 0)
    .reduce((sum, count) => sum + count, 0);
  expect(cells).toBe(16);
});

test('the pairs that are most and least alike', () => {
  expect(extremePairs(values, 3)).toMatchObject({
    least: { one: 1, other: 2 },
    most: { one: 0, other: 2 },
  });
  expect(extremePairs(new Float32Array([1]), 1)).toBeNull();
});
