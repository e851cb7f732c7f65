import { afterEach, expect, test, vi } from 'vitest';
import { toHalves } from '../numbers/float16';
import { TokenCache } from './token-cache';

// IndexedDB itself is only in browsers; the journeys of storage go through it.
const connect = vi.fn();
const open = () => TokenCache.open({ connect });
const close = vi.fn();
/** What the two stores hold. */
function opensWith(getAll: () => Promise<unknown[]>, tokens: Record<string, unknown> = {}) {
  const store = { get: async (key: string) => tokens[key], put: async () => undefined };
  const transaction = () => ({ store, done: Promise.resolve() });
  connect.mockResolvedValue({ getAll, close, transaction } as never);
}

afterEach(() => vi.clearAllMocks());

test('without storage there is no cache', async () => {
  connect.mockRejectedValue(new DOMException('no', 'SecurityError'));
  expect(await open()).toBeNull();
});

test('a cache that opens but cannot be read is none', async () => {
  opensWith(() => Promise.reject(new DOMException('broken', 'UnknownError')));
  expect(await open()).toBeNull();
  expect(close).toHaveBeenCalled();
});

test('an entry without a size counts nothing, and the others stay counted', async () => {
  opensWith(async () => [
    { key: 'a', bytes: 8, modelHash: 'm', usedAt: 1 },
    { key: 'b', bytes: 'many' },
  ]);
  expect(await (await open())?.status()).toEqual({ images: 2, bytes: 8, refused: 0 });
});

test('tokens come back, and a record that is none is as good as missing', async () => {
  const halves = toHalves(Float32Array.from([1, 2, 3, 4])).buffer;
  const shape = { prefixTokens: 0, patches: 2, width: 2 };
  opensWith(async () => [], {
    whole: { ...shape, halves },
    short: { ...shape, patches: 3, halves },
    odd: { ...shape, halves: 'none' },
    empty: null,
  });
  const found = await (await open())?.getMany(['whole', 'short', 'odd', 'empty', 'gone']);
  expect([...(found ?? [])]).toEqual([
    ['whole', { ...shape, data: Float32Array.from([1, 2, 3, 4]) }],
  ]);
});
