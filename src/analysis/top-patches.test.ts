import { expect, test } from 'vitest';
import { randomMaps } from '../testing/random-maps';
import { TopPatchCollector } from './top-patches';

const grid = { height: 3, width: 3 };

test('of one image at most two places, and not two that touch', () => {
  const top = new TopPatchCollector(1, grid);
  // The heaviest is the corner 0; 4 touches it across its corner, 2 and 8 don't.
  top.add('a', new Float32Array([0.4, 0.05, 0.1, 0, 0.3, 0, 0, 0, 0.15]));
  top.add('b', new Float32Array([0, 0, 0, 0, 1, 0, 0, 0, 0]));
  const [list = []] = top.read();
  expect(list.map(({ imageId, patch }) => [imageId, patch])).toEqual([
    ['b', 4],
    ['a', 0],
    ['a', 8],
  ]);
  expect(list[1]?.weight).toBeCloseTo(0.4);
});

test('on many random images the same as sorting all of them at the end', () => {
  const wide = { height: 4, width: 6 };
  const top = new TopPatchCollector(2, wide);
  const maps = Array.from({ length: 40 }, (_, image) => randomMaps(2, 24, image));
  maps.forEach((one, image) => {
    top.add(String(image), one);
  });
  top.read().forEach((list, query) => {
    const all = maps.flatMap((one, image) => {
      const map = one.subarray(query * 24, (query + 1) * 24);
      const order = [...map.keys()].sort((a, b) => (map[b] ?? 0) - (map[a] ?? 0));
      const first = order[0] ?? 0;
      const apart = (n: number) =>
        Math.abs((n % 6) - (first % 6)) > 1 ||
        Math.abs(Math.floor(n / 6) - Math.floor(first / 6)) > 1;
      return [first, order.find(apart) ?? -1].map((patch) => ({
        imageId: String(image),
        patch,
        weight: map[patch] ?? 0,
      }));
    });
    const expected = all.sort((a, b) => b.weight - a.weight).slice(0, 24);
    expect(list).toEqual(expected);
  });
});
