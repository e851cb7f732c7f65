import { expect, it } from 'vitest';
import { type BestEpoch, better } from './best-epoch';

const epoch = (number: number, correct: number | null, loss = 1): BestEpoch => ({
  epoch: number,
  head: {},
  measured: correct === null ? null : { correct, loss },
});

it.each([
  ['more right', epoch(1, 5), epoch(2, 6, 9), 2],
  ['fewer right', epoch(1, 5, 9), epoch(2, 4, 1), 1],
  ['equal, lower loss', epoch(1, 5, 1), epoch(2, 5, 0.5), 2],
  ['equal, higher loss', epoch(1, 5, 0.5), epoch(2, 5, 1), 1],
  ['nothing held out', epoch(1, null), epoch(2, null), 2],
  ['the first', null, epoch(1, 0), 1],
])('takes the better epoch: %s', (_, before, now, best) => {
  expect(better(before, now).epoch).toBe(best);
});
