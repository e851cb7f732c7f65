import { expect, test } from 'vitest';
import { protectionOf } from './protection';

test('what changes pixels is told by the browser', () => {
  const chrome =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';
  expect(protectionOf({ userAgent: chrome })).toBe('other');
  expect(protectionOf(Object.assign({ userAgent: chrome }, { brave: {} }))).toBe('brave');
  expect(protectionOf({ userAgent: firefox })).toBe('firefox');
});
