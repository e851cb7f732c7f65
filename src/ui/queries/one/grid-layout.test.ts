import { expect, test } from 'vitest';
import { gridLayout, MARGIN_ROWS, MOST_CELLS } from './grid-layout';

const room = { gap: 8, caption: 36, least: 112 };

test('as many columns as fit, filling the width', () => {
  const { columns, side, row } = gridLayout({ ...room, width: 772, height: 700 });
  expect(columns).toBe(6);
  expect(side).toBe(122);
  expect(row).toBe(122 + 36 + 8);
});

test('however large the window, no more than 60 cells are mounted', () => {
  for (const width of [200, 358, 768, 1200, 1900, 3400]) {
    for (const height of [300, 700, 1100, 2100]) {
      const { columns, side, row } = gridLayout({ ...room, width, height });
      const rows = Math.ceil(height / row) + 1 + 2 * MARGIN_ROWS;
      expect(columns * rows).toBeLessThanOrEqual(MOST_CELLS);
      expect(columns * (side + room.gap) - room.gap).toBeLessThanOrEqual(width);
    }
  }
});

test('a place without width, as behind another tab, still has a column', () => {
  expect(gridLayout({ ...room, width: 0, height: 0 }).columns).toBe(1);
});
