import { expect, test } from 'vitest';
import { contactSheet, MOST_FIGURES } from './contact-sheet';

const sizes = { figure: { width: 100, height: 100 }, gap: 4, margin: 10, captionHeight: 30 };

test('a full sheet is seven by five', () => {
  const sheet = contactSheet(MOST_FIGURES, sizes);
  expect(sheet).toMatchObject({ columns: 7, rows: 5, width: 744, height: 570 });
  expect(sheet.figures[8]).toEqual({ x: 114, y: 114, width: 100, height: 100 });
  expect(sheet.caption).toEqual({ x: 10, y: 530, width: 724, height: 30 });
});

test('columns can be chosen, and are no more than there are figures', () => {
  expect(contactSheet(12, { ...sizes, columns: 3 })).toMatchObject({ columns: 3, rows: 4 });
  expect(contactSheet(2, { ...sizes, columns: 9 })).toMatchObject({ columns: 2, rows: 1 });
});

test('one figure has the sheet to itself; without a caption nothing is kept free for it', () => {
  expect(contactSheet(1, sizes)).toMatchObject({ columns: 1, rows: 1, width: 120, height: 154 });
  expect(contactSheet(1, { ...sizes, captionHeight: 0 }).height).toBe(120);
});

test('whatever the number and the shape, figures lie within, apart, and leave no row empty', () => {
  for (let count = 1; count <= MOST_FIGURES; count++) {
    for (const figure of [
      { width: 100, height: 100 },
      { width: 160, height: 70 },
    ]) {
      const { figures, width, caption, columns, rows, height } = contactSheet(count, {
        ...sizes,
        figure,
      });
      expect(figures).toHaveLength(count);
      expect((rows - 1) * columns).toBeLessThan(count);
      expect(new Set(figures.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
      for (const box of figures) {
        expect(box.x + box.width).toBeLessThanOrEqual(width - 10);
        expect(box.y + box.height).toBeLessThanOrEqual(caption.y - 4);
      }
      expect(caption.y + caption.height).toBe(height - 10);
    }
  }
});

test('refuses none and too many', () => {
  expect(() => contactSheet(0, sizes)).toThrow('between 1 and 35');
  expect(() => contactSheet(36, sizes)).toThrow('not 36');
});
