import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inTime, isNoAnswer } from './in-time';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = () => new Promise<never>(() => undefined);

test('what comes in time is passed on, and no timer is left', async () => {
  expect(await inTime(1000, async () => 3)).toBe(3);
  expect(await inTime(1000, () => 4)).toBe(4);
  expect(vi.getTimerCount()).toBe(0);
});

test('a rejection, and what is thrown at once, are passed on', async () => {
  await expect(inTime(1000, () => Promise.reject(new TypeError('a')))).rejects.toThrow('a');
  const throws = () => {
    throw new DOMException('b', 'SecurityError');
  };
  await expect(inTime(1000, throws)).rejects.toThrow('b');
  expect(vi.getTimerCount()).toBe(0);
});

test('what does not answer is given up, as late as something was heard', async () => {
  const seen = vi.fn();
  let heard = (): void => undefined;
  inTime(5000, (again) => {
    heard = again;
    return never();
  }).catch(seen);
  await vi.advanceTimersByTimeAsync(4900);
  heard();
  await vi.advanceTimersByTimeAsync(4000);
  expect(seen).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1100);
  expect(isNoAnswer(seen.mock.calls[0]?.[0])).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});
