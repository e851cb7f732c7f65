import { expect, test } from 'vitest';
import { measureBatchSize } from './batch-size';

/** A device that takes `cost(images)` ms a run, and ten times that for the first of a size. */
function device(cost: (images: number) => number) {
  let time = 0;
  const seen = new Set<number>();
  return {
    now: () => time,
    run: async (images: number) => {
      time += cost(images) * (seen.has(images) ? 1 : 10);
      seen.add(images);
    },
  };
}

test.each([
  ['one that gains up to 8', (n: number) => 20 + n, 8],
  ['one that gains up to 4', (n: number) => (n <= 4 ? 20 + n : 20 * n), 4],
  ['one that gains nothing', (n: number) => 50 * n, 1],
  ['one that gains less than waiting is worth', (n: number) => 50 * n * (n > 1 ? 0.95 : 1), 1],
] as const)('%s', async (_, cost, size) => {
  const { run, now } = device(cost);
  expect((await measureBatchSize(run, now)).size).toBe(size);
});

test('a graph that takes only one after all', async () => {
  const { run, now } = device((n) => 20 + n);
  const onlyOne = (n: number) => (n > 1 ? Promise.reject(new Error('Reshape')) : run(n));
  const { size, perImage } = await measureBatchSize(onlyOne, now);
  expect(size).toBe(1);
  expect([...perImage]).toEqual([[1, 21]]);
});

test('a graph that does not even take one is no matter of size', async () => {
  await expect(measureBatchSize(() => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
});
