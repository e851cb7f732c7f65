import { expect, test } from 'vitest';
import { EARLIER_STUDY } from '../../state/slices/inspector';
import { testRun } from '../../testing/test-run';
import { describeHead } from './describe-head';

test('a head is told by its accuracy, its recipe, and where it comes from', () => {
  const run = testRun('a', ['1', '2']);
  expect(describeHead({ run, studyKey: null })).toBe(
    'Training accuracy 100 %, 2 of 2 images · Small data',
  );
  const heldOut = { ...run, result: { ...run.result, heldOut: { correct: 13, total: 15 } } };
  expect(describeHead({ run: heldOut, studyKey: 'gap' })).toBe(
    'Held-out accuracy 87 %, 13 of 15 images · Small data · from the comparison',
  );
  expect(describeHead({ run: heldOut, studyKey: EARLIER_STUDY })).toMatch(/an earlier comparison$/);
});
