import { expect, test } from 'vitest';
import type { Queries } from '../../../state/queries/queries';
import { QueryCache } from '../../../state/queries/query-cache';
import { MapLoader } from './map-loader';

type QueryMaps = Queries['queryMaps'];

/** A worker that answers when it is told to; map `i` of an answer holds the image's number twice. */
function worker() {
  const calls: { imageIds: readonly string[]; settle(without?: string): void; fail(): void }[] = [];
  const answers: QueryMaps = new QueryCache(
    ({ imageIds }) => imageIds.join(),
    40,
    ({ imageIds }) =>
      new Promise((resolve, reject) => {
        calls.push({
          imageIds,
          settle: (without) => {
            const found = imageIds.filter((id) => id !== without);
            const weights = new Float32Array(found.flatMap((id) => [Number(id), Number(id)]));
            resolve({ imageIds: found, weights });
          },
          fail: () => reject(new Error('The worker is gone.')),
        });
      }),
  );
  const loader = new MapLoader(answers, {
    head: { headId: 'a', epoch: null },
    revision: 1,
    query: 0,
  });
  return { loader, calls };
}

const later = () => new Promise((resolve) => setTimeout(resolve));

test('while an answer is on its way only the latest wish counts, and nothing is asked twice', async () => {
  const { loader, calls } = worker();
  const disconnect = loader.connect();
  loader.show(['1', '2']);
  loader.show(['3', '4']);
  loader.show(['2', '5', '6']);
  expect(calls.map(({ imageIds }) => imageIds)).toEqual([['1', '2']]);
  calls[0]?.settle();
  await later();
  expect([...(loader.read('2') ?? [])]).toEqual([2, 2]);
  expect(loader.read('3')).toBeNull();
  expect(calls.map(({ imageIds }) => imageIds)).toEqual([
    ['1', '2'],
    ['5', '6'],
  ]);
  calls[1]?.settle('6');
  await later();
  loader.show(['1', '2', '5', '6']);
  // The worker has no tokens for the last one: asking again would give the same.
  expect(calls).toHaveLength(2);
  expect(loader.read('6')).toBeNull();
  disconnect();
});

test('a failure says why, and can be tried again', async () => {
  const { loader, calls } = worker();
  let told = 0;
  loader.subscribe(() => told++);
  const disconnect = loader.connect();
  loader.show(['7']);
  calls[0]?.fail();
  await later();
  expect(loader.failure()).toEqual({ code: 'unexpected', detail: 'The worker is gone.' });
  expect(told).toBe(1);
  loader.retry();
  expect(loader.failure()).toBeNull();
  calls[1]?.settle();
  await later();
  expect([...(loader.read('7') ?? [])]).toEqual([7, 7]);
  disconnect();
});

test('disconnected it asks nothing; connected again it asks for what is wanted', async () => {
  const { loader, calls } = worker();
  loader.show(['1']);
  expect(calls).toHaveLength(0);
  loader.connect()();
  const disconnect = loader.connect();
  await later();
  calls.at(-1)?.settle();
  await later();
  expect([...(loader.read('1') ?? [])]).toEqual([1, 1]);
  disconnect();
});
