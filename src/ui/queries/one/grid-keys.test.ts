import { expect, test } from 'vitest';
import { imageAfterKey } from './grid-keys';

const place = { at: 7, columns: 5, page: 3, images: 20 };

test('arrows go to the neighbours, pages over rows, and nothing leaves the grid', () => {
  expect(imageAfterKey('ArrowRight', place)).toBe(8);
  expect(imageAfterKey('ArrowUp', place)).toBe(2);
  expect(imageAfterKey('ArrowUp', { ...place, at: 2 })).toBe(0);
  expect(imageAfterKey('PageDown', place)).toBe(19);
  expect(imageAfterKey('End', place)).toBe(19);
  expect(imageAfterKey('Home', place)).toBe(0);
});

test('with none chosen an arrow leads to the first; other keys lead nowhere', () => {
  expect(imageAfterKey('ArrowDown', { ...place, at: -1 })).toBe(0);
  expect(imageAfterKey('Tab', place)).toBeNull();
});
