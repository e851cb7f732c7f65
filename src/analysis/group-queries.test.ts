import { expect, test } from 'vitest';
import { randomMaps } from '../testing/random-maps';
import { cosineOfGram, gram } from './gram';
import { groupQueries } from './group-queries';
import { entropies } from './information';
import { matrixOrder } from './matrix-order';

const cosineOf = (maps: Float32Array, queries: number) =>
  cosineOfGram(gram(maps, queries), queries);

/** Maps that are blends of their group's own place and a little noise. */
function planted(groupOf: readonly number[], patches: number): Float32Array {
  const noise = randomMaps(groupOf.length, patches, 3, 1);
  return noise.map((weight, i) => {
    const group = groupOf[Math.floor(i / patches)];
    return 0.2 * weight + (i % patches === group ? 0.8 : 0);
  });
}

test('finds planted groups, numbered by their first query', () => {
  const truth = [2, 0, 2, 1, 0, 1, 1, 2];
  const maps = planted(truth, 20);
  const found = groupQueries(cosineOf(maps, 8), 3, entropies(maps, 8));
  expect([...found]).toEqual([0, 1, 0, 2, 1, 2, 2, 0]);
});

test('as many groups as queries are the queries, and one group is all of them', () => {
  const maps = randomMaps(5, 12, 1);
  const cosine = cosineOf(maps, 5);
  expect([...groupQueries(cosine, 5, entropies(maps, 5))]).toEqual([0, 1, 2, 3, 4]);
  expect([...groupQueries(cosine, 9, entropies(maps, 5))]).toEqual([0, 1, 2, 3, 4]);
  expect([...groupQueries(cosine, 1, entropies(maps, 5))]).toEqual([0, 0, 0, 0, 0]);
  expect([...groupQueries(new Float32Array(), 3, [])]).toEqual([]);
});

test('no group is empty, even where all queries are the same', () => {
  const same = new Float32Array(36).fill(1);
  const found = groupQueries(same, 4, new Float32Array(6));
  expect(new Set(found)).toEqual(new Set([0, 1, 2, 3]));
});

test('from cosines alone every query ends with the centre that is nearest in full', () => {
  const [M, N, K] = [24, 30, 5];
  for (let seed = 0; seed < 8; seed++) {
    const maps = randomMaps(M, N, seed, 1.5);
    const unit = Array.from({ length: M }, (_, j) => {
      const row = [...maps.subarray(j * N, (j + 1) * N)];
      return row.map((value) => value / Math.hypot(...row));
    });
    const found = groupQueries(cosineOf(maps, M), K, entropies(maps, M));
    expect(groupQueries(cosineOf(maps, M), K, entropies(maps, M))).toEqual(found);
    const centres = Array.from({ length: K }, (_, group) => {
      const own = unit.filter((_, j) => found[j] === group);
      return Array.from({ length: N }, (_, n) => own.reduce((sum, row) => sum + (row[n] ?? 0), 0));
    });
    const cosine = (a: number[], b: number[]) =>
      a.reduce((sum, value, n) => sum + value * (b[n] ?? 0), 0) /
      Math.hypot(...a) /
      Math.hypot(...b);
    unit.forEach((row, j) => {
      const all = centres.map((centre) => cosine(row, centre));
      expect(all[found[j] ?? 0]).toBeGreaterThan(Math.max(...all) - 1e-5);
    });
  }
});

test('the matrix is drawn with groups in one piece and similar ones next to each other', () => {
  const truth = [2, 0, 2, 1, 0, 1, 1, 2];
  const maps = planted(truth, 20);
  const groupOf = groupQueries(cosineOf(maps, 8), 3, entropies(maps, 8));
  const order = matrixOrder(groupOf, cosineOf(maps, 8));
  expect(order.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  const changes = order.filter((query, i) => groupOf[query] !== groupOf[order[i - 1] ?? -1]);
  expect(changes).toHaveLength(3);
});

test('one group is a chain of the most alike', () => {
  // Alike: 0–2, 2–1, 1–3.
  const cosine = new Float32Array([
    1, 0.1, 0.9, 0, 0.1, 1, 0.8, 0.7, 0.9, 0.8, 1, 0.2, 0, 0.7, 0.2, 1,
  ]);
  expect(matrixOrder(new Uint8Array(4), cosine)).toEqual([0, 2, 1, 3]);
});
