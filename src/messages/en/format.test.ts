import { expect, test } from 'vitest';
import {
  accuracySentence,
  count,
  decimal,
  finePercent,
  megabytes,
  percent,
  signed,
  wholeNumber,
} from './format';

test('numbers as the page writes them', () => {
  expect(percent(0.867)).toBe('87 %');
  expect(finePercent(0.0812)).toBe('8.1 %');
  expect([1.239, -0.08, 0.004, -0.004].map((value) => signed(value, 2))).toEqual([
    '+1.24',
    '−0.08',
    '0.00',
    '0.00',
  ]);
  expect([0.534, -0.08].map((value) => decimal(value, 2))).toEqual(['0.53', '−0.08']);
  expect(wholeNumber(1364968)).toBe('1,364,968');
  expect([19_400_000, 400_000, 1200].map(megabytes)).toEqual(['19 MB', '0.4 MB', '0.1 MB']);
  expect(count(1, 'image')).toBe('1 image');
  expect(count(2, 'class', 'classes')).toBe('2 classes');
});

test('an accuracy says what it rests on', () => {
  expect(accuracySentence('Held-out accuracy', { correct: 13, total: 15 })).toEqual([
    'Held-out accuracy 87 %',
    '13 of 15 images',
  ]);
});
