import { beforeEach, expect, test } from 'vitest';
import { type AppStore, createAppStore } from '../../state/store';
import { testPromise } from '../../testing/test-promise';
import { orAbort, until } from './until';

let store: AppStore;
let controller: AbortController;

beforeEach(() => {
  store = createAppStore();
  controller = new AbortController();
});

const untilSeed = (seed: number) => until(store, (state) => state.seed === seed, controller.signal);

test('what is so already is not waited for', async () => {
  await untilSeed(0);
});

test('what becomes so ends the waiting', async () => {
  const waiting = untilSeed(2);
  store.setState({ seed: 1 });
  store.setState({ seed: 2 });
  store.setState({ seed: 3 });
  await waiting;
});

test('an abort ends it, too, before or after', async () => {
  const waiting = untilSeed(2);
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  store.setState({ seed: 2 });
  await expect(untilSeed(2)).rejects.toMatchObject({ name: 'AbortError' });
});

test('a promise is awaited, unless an abort comes first', async () => {
  expect(await orAbort(Promise.resolve(1), controller.signal)).toBe(1);
  await expect(orAbort(Promise.reject(new Error('No.')), controller.signal)).rejects.toThrow('No.');
  const slow = testPromise<number>();
  const waiting = orAbort(slow.promise, controller.signal);
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  slow.resolve(1);
  await expect(orAbort(slow.promise, controller.signal)).rejects.toMatchObject({
    name: 'AbortError',
  });
});
