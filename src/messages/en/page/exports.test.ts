import { expect, test } from 'vitest';
import { exports } from './exports';

const { file, picture, sheet } = exports;

test('a sheet says how many are chosen, and what is still to come', () => {
  expect(sheet.chosen(12, 35, null)).toBe('12 / 35 images');
  expect(sheet.chosen(12, 35, sheet.maps(3, 12))).toBe('12 / 35 images · maps 3 / 12');
  expect(picture.sheet(1, 6)).toBe('1 query on 6 images');
});

test('evidence is named by its classes', () => {
  expect(file.evidence('birds', null)).toBe('evidence birds');
  expect(file.evidence('birds', 'cars')).toBe('evidence birds not cars');
  expect([picture.against(1.5), picture.for(1.5)]).toEqual([
    '−1.50 against',
    '+1.50 for, per patch',
  ]);
});
