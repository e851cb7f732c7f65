import { expect, test } from 'vitest';
import { cropBackground, cropWindow, windowSize } from './crop-window';

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

test('a window has a margin of two patches or more, and two fifths of the picture or more', () => {
  for (let side = 1; side <= 64; side++) {
    const size = windowSize({ height: side, width: side });
    expect(size % 2).toBe(1);
    expect(size).toBeGreaterThanOrEqual(5);
    expect(size / side).toBeGreaterThanOrEqual(0.4);
    // No wider than it has to be.
    if (size > 5) expect((size - 2) / side).toBeLessThan(0.4);
  }
  expect(windowSize({ height: 14, width: 28 })).toBe(windowSize({ height: 14, width: 14 }));
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
