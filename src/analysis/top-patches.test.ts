import { expect, test } from 'vitest';
import { randomMaps } from '../testing/random-maps';
import { TopPatchCollector } from './top-patches';

test('an image has one place: its heaviest patch, and of equal ones the first', () => {
  const top = new TopPatchCollector(1);
  top.add('a', new Float32Array([0.4, 0.05, 0.1, 0, 0.3, 0, 0, 0, 0.15]));
  top.add('b', new Float32Array([0, 0, 0, 0.5, 0, 0, 0.5, 0, 0]));
  const [list = []] = top.read();
  expect(list.map(({ imageId, patch }) => [imageId, patch])).toEqual([
    ['b', 3],
    ['a', 0],
  ]);
  expect(list[1]?.weight).toBeCloseTo(0.4);
});

test('on many random images the same as sorting all of them at the end', () => {
  const top = new TopPatchCollector(2);
  const maps = Array.from({ length: 40 }, (_, image) => randomMaps(2, 24, image));
  maps.forEach((one, image) => {
    top.add(String(image), one);
  });
  top.read().forEach((list, query) => {
    const expected = maps
      .map((one, image) => {
        const map = one.subarray(query * 24, (query + 1) * 24);
        const weight = Math.max(...map);
        return { imageId: String(image), patch: map.indexOf(weight), weight };
      })
      .sort((a, b) => b.weight - a.weight)
      .slice(0, 24);
    expect(list).toEqual(expected);
    expect(new Set(list.map(({ imageId }) => imageId)).size).toBe(24);
  });
});
