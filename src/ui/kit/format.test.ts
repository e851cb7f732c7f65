import { expect, test } from 'vitest';
import { accuracySentence, count, finePercent, percent, wholeNumber } from './format';

test('numbers as the page writes them', () => {
  expect(percent(0.867)).toBe('87 %');
  expect(finePercent(0.0812)).toBe('8.1 %');
  expect(wholeNumber(1364968)).toBe('1,364,968');
  expect(count(1, 'image')).toBe('1 image');
  expect(count(2, 'class', 'classes')).toBe('2 classes');
});

test('an accuracy says what it rests on', () => {
  expect(accuracySentence('Held-out accuracy', { correct: 13, total: 15 })).toEqual([
    'Held-out accuracy 87 %',
    '13 of 15 images',
  ]);
});
