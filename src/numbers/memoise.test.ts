import { expect, test, vi } from 'vitest';
import { memoiseByKey, memoiseByObject } from './memoise';

test('computes once for an object, and anew for another that looks the same', () => {
  const sum = vi.fn((values: readonly number[]) => ({ sum: values.reduce((a, b) => a + b, 0) }));
  const memoised = memoiseByObject(sum);
  const values = [1, 2];
  expect(memoised(values)).toEqual({ sum: 3 });
  expect(memoised(values)).toBe(memoised(values));
  expect(memoised([1, 2])).not.toBe(memoised(values));
  expect(sum).toHaveBeenCalledTimes(2);
});

test('computes once for a key', () => {
  const list = vi.fn((length: number) => Array.from({ length }, (_, index) => index));
  const memoised = memoiseByKey(list);
  expect(memoised(2)).toEqual([0, 1]);
  expect(memoised(2)).toBe(memoised(2));
  expect(memoised(3)).toEqual([0, 1, 2]);
  expect(list).toHaveBeenCalledTimes(2);
});
