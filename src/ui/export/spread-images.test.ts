import { expect, test } from 'vitest';
import { spreadOverClasses } from './spread-images';

const images = [...'aaaaabbbcc'].map((classId, index) => ({ id: `${classId}${index}`, classId }));
const ids = (most: number, first: string | null = null) =>
  spreadOverClasses(images, most, first).map(({ id }) => id);

test('every class has as many as every other, as far as it has them', () => {
  expect(ids(6)).toEqual(['a0', 'a1', 'b5', 'b6', 'c8', 'c9']);
  expect(ids(9)).toEqual(['a0', 'a1', 'a2', 'a3', 'b5', 'b6', 'b7', 'c8', 'c9']);
});

test('no more than asked for, and no more than there are', () => {
  expect(ids(2)).toEqual(['a0', 'b5']);
  expect(ids(35)).toHaveLength(10);
  expect(spreadOverClasses([], 35, null)).toEqual([]);
});

test('the image on show is among them', () => {
  expect(ids(3, 'a4')).toEqual(['a4', 'b5', 'c8']);
});
