import { expect, test } from 'vitest';
import { cropBackground, cropWindow } from './crop-window';

const grid = { height: 14, width: 14 };

test('the patch is in the middle where there is room, and in view everywhere', () => {
  expect(cropWindow(5 * 14 + 7, grid, 5)).toEqual({ row: 3, column: 5, size: 5 });
  for (let patch = 0; patch < 196; patch++) {
    const { row, column, size } = cropWindow(patch, grid, 5);
    const [y, x] = [Math.floor(patch / 14), patch % 14];
    expect(row).toBeGreaterThanOrEqual(0);
    expect(column + size).toBeLessThanOrEqual(14);
    expect(y - row).toBeGreaterThanOrEqual(0);
    expect(y - row).toBeLessThan(size);
    expect(x - column).toBeLessThan(size);
  }
});

test('a grid smaller than the window is shown whole', () => {
  const window = cropWindow(3, { height: 2, width: 2 }, 5);
  expect(window).toEqual({ row: 0, column: 0, size: 2 });
  expect(cropBackground(window, { height: 2, width: 2 })).toEqual({
    backgroundSize: '100% 100%',
    backgroundPosition: '0% 0%',
  });
});

test('the background is moved by whole patches', () => {
  // 14 patches seen through 5: 9 stick out, and 3 of those are above.
  expect(cropBackground({ row: 3, column: 9, size: 5 }, grid)).toEqual({
    backgroundSize: '280% 280%',
    backgroundPosition: `100% ${100 / 3}%`,
  });
});
