import { expect, test } from 'vitest';
import { threadCount } from './threads';

test('one thread without cross-origin isolation, however many cores there are', () => {
  expect(threadCount({ cores: 16, crossOriginIsolated: false })).toBe(1);
});

test('as many threads as cores, up to four', () => {
  expect(threadCount({ cores: 2, crossOriginIsolated: true })).toBe(2);
  expect(threadCount({ cores: 16, crossOriginIsolated: true })).toBe(4);
});

test('one thread where the browser hides its cores', () => {
  expect(threadCount({ cores: undefined, crossOriginIsolated: true })).toBe(1);
});
