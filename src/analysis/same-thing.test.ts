import { expect, test } from 'vitest';
import { seededRandom } from '../numbers/random';
import { cosine } from '../numbers/vectors';
import { SameThing } from './same-thing';

const [QUERIES, PATCHES, WIDTH] = [3, 5, 4];
const ONES = new Float64Array(WIDTH).fill(1);

function randomImage(seed: number) {
  const random = seededRandom(seed);
  const maps = Float32Array.from({ length: QUERIES * PATCHES }, random);
  for (let j = 0; j < QUERIES; j++) {
    const row = maps.subarray(j * PATCHES, (j + 1) * PATCHES);
    const sum = row.reduce((all, value) => all + value, 0);
    for (let n = 0; n < PATCHES; n++) row[n] = (row[n] ?? 0) / sum;
  }
  return { maps, tokens: Float32Array.from({ length: PATCHES * WIDTH }, () => random() - 0.5) };
}

test('equals its definition over all pairs of images and queries', () => {
  const images = [1, 2, 3, 4].map(randomImage);
  const deviation = Float64Array.of(1, 2, 0.5, 1);
  const score = new SameThing(QUERIES, deviation);
  for (const { maps, tokens } of images) score.add(maps, tokens);

  const sight = ({ maps, tokens }: ReturnType<typeof randomImage>, j: number) =>
    Array.from({ length: WIDTH }, (_, d) => {
      let [pooled, mean] = [0, 0];
      for (let n = 0; n < PATCHES; n++) {
        pooled += (maps[j * PATCHES + n] ?? 0) * (tokens[n * WIDTH + d] ?? 0);
        mean += (tokens[n * WIDTH + d] ?? 0) / PATCHES;
      }
      return (pooled - mean) / (deviation[d] ?? 1);
    });
  const like = (j: number, l: number) => {
    const all = images.flatMap((one, i) =>
      images.flatMap((other, k) => (i === k ? [] : [cosine(sight(one, j), sight(other, l))])),
    );
    return all.reduce((sum, value) => sum + value, 0) / all.length;
  };
  score.finish()?.forEach((found, j) => {
    const others = [0, 1, 2].filter((l) => l !== j);
    const different = others.reduce((sum, l) => sum + like(j, l), 0) / others.length;
    expect(found).toBeCloseTo(like(j, j) - different, 5);
  });
});

test('is high where each query keeps to its own thing, and 0 where all queries look alike', () => {
  const kinds = [0, 1, 2].map((kind) => [0, 1, 2, 3].map((d) => (d === kind ? 1 : 0)));
  const own = new SameThing(QUERIES, ONES);
  const alike = new SameThing(QUERIES, ONES);
  for (const shift of [0, 1, 2]) {
    // The things stand elsewhere in every image.
    const order = [0, 1, 2, 0, 1].map((_, n) => (n + shift) % 3);
    const tokens = Float32Array.from(order.flatMap((kind) => kinds[kind] ?? []));
    const looking = (wanted: number) => {
      const there = order.map((kind) => (kind === wanted ? 1 : 0));
      const sum = there.reduce<number>((all, value) => all + value, 0);
      return there.map((value) => value / sum);
    };
    own.add(Float32Array.from([0, 1, 2].flatMap(looking)), tokens);
    alike.add(Float32Array.from([0, 0, 0].flatMap(looking)), tokens);
  }
  expect(Math.min(...(own.finish() ?? []))).toBeGreaterThan(0.9);
  for (const score of alike.finish() ?? [1]) expect(score).toBeCloseTo(0, 6);
});

test('needs two queries and two images', () => {
  const { maps, tokens } = randomImage(1);
  const score = new SameThing(QUERIES, ONES);
  score.add(maps, tokens);
  expect(score.finish()).toBeNull();
  const single = new SameThing(1, ONES);
  for (let times = 0; times < 2; times++) single.add(maps.subarray(0, PATCHES), tokens);
  expect(single.finish()).toBeNull();
});
