import { expect, it } from 'vitest';
import { rateShare } from './schedule';

it('warms up along a line and falls along a cosine', () => {
  const shares = [0, 5, 10, 50, 90].map((epoch) => rateShare(epoch, 90, 10));
  expect(shares).toEqual([0, 0.5, 1, 0.5, 0].map((share) => expect.closeTo(share, 12)));
});

it('starts at the full rate without warm-up', () => {
  expect(rateShare(0, 100, 0)).toBe(1);
});
