import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeCache } from '../../testing/test-cache';
import { keyOfHash, ModelStore } from './model-store';

let cache: FakeCache;
const storage = { open: async () => cache } as unknown as CacheStorage;
async function open(): Promise<ModelStore> {
  const store = await ModelStore.open(() => storage);
  if (!store) throw new Error('no store');
  return store;
}
beforeEach(() => {
  cache = new FakeCache();
});

const KEY = 'https://hub.example/a/b/resolve/main/onnx/model.onnx';
const about = { name: 'b/модель.onnx', sha256: 'ab'.repeat(32) };

test('a file comes back with what is known of it', async () => {
  const store = await open();
  expect(await store.has(KEY)).toBe(false);
  expect(await store.put(KEY, new Blob(['weights']), about)).toBe('kept');
  expect(await store.has(KEY)).toBe(true);
  const found = await store.get(KEY);
  expect(found).toMatchObject({ key: KEY, bytes: 7, ...about });
  expect(await found?.file.text()).toBe('weights');
  expect(found?.storedAt).toBeGreaterThan(1.7e12);
});

test('the list has sizes and the newest first, and a deleted file is gone', async () => {
  const store = await open();
  await store.put(KEY, new Blob(['12345']), about);
  await new Promise((resolve) => setTimeout(resolve, 5));
  await store.put(keyOfHash('cd'), new Blob(['123']), { name: 'own.onnx', sha256: 'cd' });
  expect((await store.list()).map(({ name, bytes }) => [name, bytes])).toEqual([
    ['own.onnx', 3],
    ['b/модель.onnx', 5],
  ]);
  expect(await store.total()).toBe(8);
  expect(await store.delete(KEY)).toBe(true);
  expect(await store.get(KEY)).toBeNull();
  expect(await store.total()).toBe(3);
});

test('a full disk is an outcome, and leaves nothing behind', async () => {
  const store = await open();
  cache.room = 3;
  expect(await store.put(KEY, new Blob(['weights']), about)).toBe('disk-full');
  expect(await store.has(KEY)).toBe(false);
});

test('a file that is shorter than it went in is not there', async () => {
  const store = await open();
  await store.put(KEY, new Blob(['weights']), about);
  const headers = cache.entries.get(KEY)?.headers;
  cache.entries.set(KEY, new Response('weig', headers ? { headers } : {}));
  expect(await store.get(KEY)).toBeNull();
  expect(await store.has(KEY)).toBe(false);
});

test('a file whose name cannot be read is there without one, and does not hide the others', async () => {
  const store = await open();
  await store.put(KEY, new Blob(['weights']), about);
  const headers = { 'x-name': '%E0%A4%A', 'x-bytes': '3', 'x-sha256': 'cd' };
  cache.entries.set(keyOfHash('cd'), new Response('abc', { headers }));
  expect((await store.list()).map(({ name, storedAt }) => [name, storedAt > 0])).toEqual([
    [about.name, true],
    ['', false],
  ]);
});

test('what somebody else put there is none of ours', async () => {
  const store = await open();
  cache.entries.set(KEY, new Response('weights'));
  expect(await store.has(KEY)).toBe(false);
  expect(await store.list()).toEqual([]);
});

test('without Cache Storage there is no store', async () => {
  expect(await ModelStore.open(() => undefined)).toBeNull();
  const closed = { open: () => Promise.reject(new DOMException('no', 'SecurityError')) };
  expect(await ModelStore.open(() => closed as unknown as CacheStorage)).toBeNull();
});

test('a browser that throws when it is only asked for its caches has none', async () => {
  const refuses = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  expect(await ModelStore.open(refuses)).toBeNull();
});

describe('caches that do not answer', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const never = () => new Promise<never>(() => undefined);

  test('are none after a while', async () => {
    const opening = ModelStore.open(() => ({ open: never }) as unknown as CacheStorage);
    await vi.advanceTimersByTimeAsync(8000);
    expect(await opening).toBeNull();
  });

  test('keep nothing, and reject what is asked of them', async () => {
    const store = await open();
    Object.assign(cache, { put: never, match: never, keys: never, delete: never });
    const asked = [store.has(KEY), store.get(KEY), store.list(), store.delete(KEY)].map((answer) =>
      answer.then(() => 'answered').catch((error) => error.failure.code),
    );
    const kept = store.put(KEY, new Blob(['12345']), about);
    await vi.advanceTimersByTimeAsync(8000);
    expect(await Promise.all(asked)).toEqual(Array(4).fill('no-answer'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await kept).toBe('no-storage');
  });
});

test('a file that can’t be read this once stays', async () => {
  const store = await open();
  await store.put(KEY, new Blob(['weights']), about);
  const { match } = cache;
  cache.match = async (key) => {
    const response = await match.call(cache, key);
    return response && Object.assign(response, { blob: () => Promise.reject(new TypeError('no')) });
  };
  expect(await store.get(KEY)).toBeNull();
  cache.match = match;
  expect((await store.get(KEY))?.bytes).toBe(7);
});
