import { expect, test } from 'vitest';
import { seededRandom } from '../numbers/random';
import { smoothness } from './smoothness';

const GRID = { height: 20, width: 16 };
const map = (value: (row: number, column: number) => number) =>
  Float32Array.from({ length: GRID.height * GRID.width }, (_, n) =>
    value(Math.floor(n / GRID.width), n % GRID.width),
  );

test('is near 1 for two halves, near 0 for noise, −1 for a chessboard', () => {
  const random = seededRandom(3);
  expect(
    smoothness(
      map((row) => (row < 10 ? 1 : 0)),
      GRID,
    ),
  ).toBeGreaterThan(0.9);
  expect(Math.abs(smoothness(map(random), GRID))).toBeLessThan(0.12);
  expect(
    smoothness(
      map((row, column) => (row + column) % 2),
      GRID,
    ),
  ).toBeCloseTo(-1, 5);
});

test('a map that is the same everywhere, and one of a single patch, have none', () => {
  expect(
    smoothness(
      map(() => 0.5),
      GRID,
    ),
  ).toBe(0);
  expect(smoothness([1], { height: 1, width: 1 })).toBe(0);
});
