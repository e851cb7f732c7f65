import { expect, test } from 'vitest';
import { checkpointAfter, checkpointsOf, checkpointToShow, nearestCheckpoint } from './checkpoints';

const snapshots = { epochs: [0, 3, 6, 10], bytes: 0, limit: 0 };

test('the kept head is one of the moments, once, and shown as itself', () => {
  expect(checkpointsOf({ snapshots, chosenEpoch: 7 })).toEqual([0, 3, 6, 7, 10]);
  expect(checkpointsOf({ snapshots, chosenEpoch: 10 })).toEqual([0, 3, 6, 10]);
  expect(checkpointToShow(7, 7)).toBeNull();
  expect(checkpointToShow(0, 7)).toBe(0);
});

test('a place on the curve leads to the nearest moment, past its ends too', () => {
  const checkpoints = [0, 3, 6, 10];
  expect([-5, 1, 2, 4.5, 8.2, 99].map((epoch) => nearestCheckpoint(checkpoints, epoch))).toEqual([
    0, 0, 3, 3, 10, 10,
  ]);
  expect(nearestCheckpoint([], 4)).toBe(0);
});

test('moments follow one another, to the last', () => {
  expect(checkpointAfter([0, 3, 6], 0)).toBe(3);
  expect(checkpointAfter([0, 3, 6], 4)).toBe(6);
  expect(checkpointAfter([0, 3, 6], 6)).toBeNull();
});
