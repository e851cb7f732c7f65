import { expect, test, vi } from 'vitest';
import { createAskToKeep } from './ask-to-keep';

test('the browser is asked once', async () => {
  const persist = vi.fn(async () => true);
  vi.stubGlobal('navigator', { storage: { persist } });
  const ask = createAskToKeep();
  await Promise.all([ask(), ask()]);
  expect(persist).toHaveBeenCalledTimes(1);
});

test('whatever it does, nothing is thrown', async () => {
  const refuse = () => {
    throw new DOMException('no', 'SecurityError');
  };
  for (const navigator of [
    {},
    { storage: {} },
    { storage: { persist: refuse } },
    { storage: { persist: () => Promise.reject(new TypeError('no')) } },
    Object.defineProperty({}, 'storage', { get: refuse }),
  ]) {
    vi.stubGlobal('navigator', navigator);
    await expect(createAskToKeep()()).resolves.toBeUndefined();
  }
});
