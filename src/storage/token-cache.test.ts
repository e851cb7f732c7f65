import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

describe('a storage that fails in its own way', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const never = () => new Promise<never>(() => undefined);
  const TOKENS = { data: Float32Array.from([1]), prefixTokens: 0, patches: 1, width: 1 };

  test('one that throws at once is none', async () => {
    connect.mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    expect(await open()).toBeNull();
  });

  test('one that never opens is none after a while, and is closed should it open late', async () => {
    let late: (database: unknown) => void = () => undefined;
    connect.mockReturnValue(new Promise((resolve) => (late = resolve)) as never);
    const opening = open();
    await vi.advanceTimersByTimeAsync(8000);
    expect(await opening).toBeNull();
    late({ close });
    await vi.advanceTimersByTimeAsync(0);
    expect(close).toHaveBeenCalled();
  });

  test('one that falls silent is done without, and waited for once', async () => {
    const store = { get: never, put: never, delete: never };
    const transaction = vi.fn(() => ({ store, objectStore: () => store, done: never() }));
    connect.mockResolvedValue({ getAll: async () => [], close, transaction } as never);
    const cache = await open();
    const found = cache?.getMany(['a']);
    await vi.advanceTimersByTimeAsync(8000);
    expect(await found).toEqual(new Map());
    expect(transaction).toHaveBeenCalledTimes(1);

    expect(await cache?.put('a', 'model', TOKENS)).toBe(false);
    expect(await cache?.getMany(['a'])).toEqual(new Map());
    expect(await cache?.status()).toEqual({ images: 0, bytes: 0, refused: 1 });
    expect(transaction).toHaveBeenCalledTimes(1);
  });
});
