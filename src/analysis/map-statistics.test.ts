import { expect, test } from 'vitest';
import { randomMaps } from '../testing/random-maps';
import { complementarity } from './complementarity';
import { MapStatisticsCollector } from './map-statistics';
import { SameThing } from './same-thing';

const [M, N, images] = [3, 16, 5];
const D = 4;
const DEVIATION = Float64Array.of(1, 2, 0.5, 1);
const maps = Array.from({ length: images }, (_, seed) => randomMaps(M, N, seed, 0.5 + seed));

/** (N, D) */
const tokensOf = (image: number) => randomMaps(N, D, 100 + image);

function collect() {
  const collector = new MapStatisticsCollector(M, N, DEVIATION);
  maps.forEach((one, image) => {
    collector.add(`image ${image}`, one, tokensOf(image));
  });
  return collector.finish();
}

test('the cosine is that of the maps laid end to end', () => {
  const { cosine } = collect();
  const longRow = (query: number) =>
    maps.flatMap((one) => [...one.subarray(query * N, (query + 1) * N)]);
  const dot = (a: number[], b: number[]) =>
    a.reduce((sum, value, n) => sum + value * (b[n] ?? 0), 0);
  for (let i = 0; i < M; i++) {
    for (let j = 0; j < M; j++) {
      const [a, b] = [longRow(i), longRow(j)];
      expect(cosine[i * M + j]).toBeCloseTo(dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)), 5);
    }
  }
});

test('everything else is the average over the images', () => {
  const statistics = collect();
  const own = maps.map((one) => complementarity(one, M));
  const average = (values: number[]) => values.reduce((a, b) => a + b) / values.length;
  expect(statistics.imageIds).toEqual(maps.map((_, image) => `image ${image}`));
  expect(statistics.images[2]).toMatchObject({
    cosine: own[2]?.meanCosine,
    divergence: own[2]?.meanDivergence,
    coverage: own[2]?.coverage,
  });
  expect(statistics.divergence[1]).toBeCloseTo(
    average(own.map((one) => one.divergence[1] ?? 0)),
    5,
  );
  expect(statistics.mean.cosine).toBeCloseTo(average(own.map((one) => one.meanCosine ?? 0)), 6);
  expect(statistics.mean.coverage).toBeCloseTo(average(own.map((one) => one.coverage)), 6);
  expect(statistics.mean.entropy[2]).toBeCloseTo(average(own.map((one) => one.entropy[2] ?? 0)), 6);
  expect(statistics.topPatches.map((list) => list.length)).toEqual([5, 5, 5]);
});

test('consistency is the same-thing score of all images', () => {
  const score = new SameThing(M, DEVIATION);
  maps.forEach((one, image) => {
    score.add(one, tokensOf(image));
  });
  expect(collect().consistency).toEqual(score.finish());
});

test('does not refer to the maps and tokens afterwards', () => {
  const collector = new MapStatisticsCollector(M, N, DEVIATION);
  const buffer = (maps[0] ?? new Float32Array()).slice();
  const tokens = tokensOf(0);
  collector.add('a', buffer, tokens);
  collector.add('b', buffer, tokens);
  const before = collector.finish();
  buffer.fill(0);
  tokens.fill(0);
  expect(collector.finish()).toEqual(before);
});

test('one query has no pairs, and no image no averages', () => {
  const single = new MapStatisticsCollector(1, 4, DEVIATION);
  for (const id of ['a', 'b']) {
    single.add(id, new Float32Array([0.25, 0.25, 0.25, 0.25]), new Float32Array(4 * D));
  }
  expect(single.finish().mean).toMatchObject({ cosine: null, divergence: null, coverage: 1 });
  expect(single.finish().consistency).toBeNull();
  expect(new MapStatisticsCollector(2, 4, DEVIATION).finish()).toMatchObject({
    imageIds: [],
    consistency: null,
    topPatches: [[], []],
  });
});

test('refuses maps of another size', () => {
  const collector = new MapStatisticsCollector(2, 4, DEVIATION);
  expect(() => collector.add('a', new Float32Array(7), new Float32Array(4 * D))).toThrow(
    'These maps hold 7 weights; 2 queries over 4 patches have 8.',
  );
});
