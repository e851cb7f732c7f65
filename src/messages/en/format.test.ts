import { expect, test } from 'vitest';
import { SNAPSHOT_LIMIT } from '../../training/head/snapshots';
import {
  accuracyParts,
  accuracySentence,
  bytesOrMegabytes,
  count,
  decimal,
  finePercent,
  inMegabytes,
  megabytes,
  percent,
  pixels,
  seconds,
  shortNumber,
  signed,
  wholeMegabytes,
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
  expect(count(1, 'image')).toBe('1 image');
  expect(count(2, 'class', 'classes')).toBe('2 classes');
});

test('a number of bytes is the same number of MB wherever it stands', () => {
  expect([88_500_000, 400_000, 346_900_000, 99_960_000].map(megabytes)).toEqual([
    '88.5 MB',
    '0.4 MB',
    '347 MB',
    '100 MB',
  ]);
  expect(inMegabytes(18_440_000)).toBe('18.4');
  expect(wholeMegabytes(SNAPSHOT_LIMIT)).toBe('64 MB');
  expect([1200, 2_000_000].map(bytesOrMegabytes)).toEqual(['1200 bytes', '2.0 MB']);
});

test('an accuracy says what it rests on', () => {
  expect(accuracySentence('Held-out accuracy', { correct: 13, total: 15 })).toEqual([
    'Held-out accuracy 87 %',
    '13 of 15 images',
  ]);
});

test('writes numbers short', () => {
  expect([0, 740, 1000, 1540, 99_960, 152_068, 1_777_000, 29_503_488].map(shortNumber)).toEqual([
    '0',
    '740',
    '1 k',
    '1.5 k',
    '100 k',
    '152 k',
    '1.8 M',
    '30 M',
  ]);
});

test('seconds are finer where there are few', () => {
  expect([820, 9940, 12_300].map(seconds)).toEqual(['0.82 s', '9.94 s', '12 s']);
});

test('an accuracy over folds: the mean, its error and what it rests on', () => {
  const estimate = { mean: 0.75, standardError: 0.02, folds: 5, correct: 36, total: 48 };
  expect(accuracyParts(estimate)).toEqual({ mean: '75.0 %', error: '± 2.0', basis: '36 of 48' });
  expect(accuracyParts({ ...estimate, standardError: null })).toMatchObject({ error: '' });
});

test('a size in pixels', () => {
  expect(pixels({ width: 12_000, height: 9000 })).toBe('12,000 × 9,000 pixels');
  expect(pixels({ width: 1, height: 1 })).toBe('1 × 1 pixel');
});
