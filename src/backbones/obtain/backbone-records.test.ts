import { afterEach, expect, test, vi } from 'vitest';
import { BackboneRecords } from './backbone-records';

// IndexedDB itself is only in browsers; the journeys of storage go through it.
const connect = vi.fn();
const open = () => BackboneRecords.open({ connect });
const never = () => new Promise<never>(() => undefined);

afterEach(() => {
  vi.useRealTimers();
});

test('a storage that refuses, at once or later, is none', async () => {
  connect.mockRejectedValue(new DOMException('no', 'SecurityError'));
  expect(await open()).toBeNull();
  connect.mockImplementation(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  expect(await open()).toBeNull();
});

test('one that never opens is none after a while', async () => {
  vi.useFakeTimers();
  connect.mockImplementation(never);
  const opening = open();
  await vi.advanceTimersByTimeAsync(8000);
  expect(await opening).toBeNull();
});

test('one that falls silent rejects what is asked of it', async () => {
  vi.useFakeTimers();
  connect.mockImplementation(async () => ({
    getAll: never,
    get: never,
    put: never,
    delete: never,
  }));
  const records = await open();
  const asked = [
    records?.added(),
    records?.firstDownload('https://hub.example/a'),
    records?.forgetFirst('https://hub.example/a'),
    records?.remove('a'),
  ].map((answer) => answer?.then(() => 'answered').catch((error) => error.failure.code));
  await vi.advanceTimersByTimeAsync(8000);
  expect(await Promise.all(asked)).toEqual(Array(4).fill('no-answer'));
});
