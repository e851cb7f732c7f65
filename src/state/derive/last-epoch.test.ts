import { expect, test } from 'vitest';
import { testRun } from '../../testing/test-run';
import type { CurvePoint } from '../../vocabulary/heads';
import { lastEpochOf } from './last-epoch';

const { result } = testRun('h');
const run = {
  result: {
    ...result,
    ...{ chosenEpoch: 40, chosenByHeldOut: true, epochsRun: 100 },
    heldOut: { correct: 13, total: 15 },
  },
};
const point = (epoch: number, heldOutAccuracy: number | null): CurvePoint => {
  return { epoch, loss: 1, trainAccuracy: 1, heldOutLoss: 1, heldOutAccuracy };
};

test('is what the last point of the curve says, in images', () => {
  const curve = [point(40, 13 / 15), point(100, 12 / 15)];
  expect(lastEpochOf(run, curve)).toEqual({ correct: 12, total: 15 });
});

test('is not told where it equals the kept epoch, nothing chose, or it is not known', () => {
  expect(lastEpochOf(run, [point(100, 13 / 15)])).toBeNull();
  expect(lastEpochOf(run, [point(99, 12 / 15)])).toBeNull();
  expect(lastEpochOf(run, [point(100, null)])).toBeNull();
  expect(lastEpochOf(run, [])).toBeNull();
  const curve = [point(100, 12 / 15)];
  expect(lastEpochOf({ result: { ...run.result, chosenByHeldOut: false } }, curve)).toBeNull();
  expect(lastEpochOf({ result: { ...run.result, heldOut: null } }, curve)).toBeNull();
});
