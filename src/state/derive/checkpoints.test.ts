import { expect, test } from 'vitest';
import { momentAfter, momentsOf, momentToShow, nearestMoment } from './checkpoints';

const snapshots = { epochs: [0, 3, 6, 10], bytes: 0, limit: 0 };

test('the kept head is one of the moments, once, and shown as itself', () => {
  expect(momentsOf({ snapshots, keptEpoch: 7 })).toEqual([0, 3, 6, 7, 10]);
  expect(momentsOf({ snapshots, keptEpoch: 10 })).toEqual([0, 3, 6, 10]);
  expect(momentToShow(7, 7)).toBeNull();
  expect(momentToShow(0, 7)).toBe(0);
});

test('a place on the curve leads to the nearest moment, past its ends too', () => {
  const moments = [0, 3, 6, 10];
  expect([-5, 1, 2, 4.5, 8.2, 99].map((epoch) => nearestMoment(moments, epoch))).toEqual([
    0, 0, 3, 3, 10, 10,
  ]);
  expect(nearestMoment([], 4)).toBe(0);
});

test('moments follow one another, to the last', () => {
  expect(momentAfter([0, 3, 6], 0)).toBe(3);
  expect(momentAfter([0, 3, 6], 4)).toBe(6);
  expect(momentAfter([0, 3, 6], 6)).toBeNull();
});
