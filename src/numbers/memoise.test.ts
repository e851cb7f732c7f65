import { expect, test, vi } from 'vitest';
import { memoiseByObject } from './memoise';

test('computes once for an object, and anew for another that looks the same', () => {
  const sum = vi.fn((values: readonly number[]) => ({ sum: values.reduce((a, b) => a + b, 0) }));
  const memoised = memoiseByObject(sum);
  const values = [1, 2];
  expect(memoised(values)).toEqual({ sum: 3 });
  expect(memoised(values)).toBe(memoised(values));
  expect(memoised([1, 2])).not.toBe(memoised(values));
  expect(sum).toHaveBeenCalledTimes(2);
});
