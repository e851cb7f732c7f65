import { expect, test } from 'vitest';
import type { ImageItem } from '../../../state/slices/types';
import { orderImages } from './order-images';

const images = ['a', 'b', 'c', 'd', 'e'].map(
  (id): ImageItem => ({ id, name: id, classId: 'x', status: { kind: 'ready' }, cropUrl: null }),
);
const ids = (ordered: ImageItem[]) => ordered.map(({ id }) => id).join('');

test('the largest number first, equal ones as they came, those without a number last', () => {
  const ranks = new Map([
    ['b', 1],
    ['c', 3],
    ['e', 1],
  ]);
  expect(ids(orderImages(images, ranks))).toBe('cbead');
  expect(ids(orderImages(images, null))).toBe('abcde');
});
