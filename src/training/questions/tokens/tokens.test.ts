import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../numbers/random';
import { TokenStore } from '../../data/token-store';
import { TokenInspector } from './tokens';

const WIDTH = 6;
const PATCHES = 16;

/** Images whose left half is of one kind of token and whose right half of another; 2 prefix tokens. */
function halves(images: number): TokenStore {
  const store = new TokenStore();
  const random = seededRandom(4);
  for (let image = 0; image < images; image++) {
    const data = new Float32Array((2 + PATCHES) * WIDTH);
    for (let i = 0; i < data.length; i++) {
      const token = Math.floor(i / WIDTH);
      const right = (token - 2) % 4 >= 2;
      // The prefix tokens are giants, which must not take part.
      const size = token < 2 ? 1000 : right ? 1 : -1;
      data[i] = size * ((i % WIDTH) + 1) + 0.5 * random();
    }
    store.put(`image-${image}`, { data, prefixTokens: 2, patches: PATCHES, width: WIDTH });
  }
  return store;
}

describe('colours', () => {
  test('are the same for the same thing in every image, and far apart for different ones', () => {
    const inspector = new TokenInspector(halves(5));
    const fitted = inspector.fit(['image-0', 'image-1', 'unknown']);
    expect(fitted?.images).toBe(2);
    expect(fitted?.shares[0]).toBeGreaterThan(0.95);
    for (const imageId of ['image-0', 'image-4']) {
      const red = inspector.project(imageId)?.filter((_, i) => i % 4 === 0) ?? [];
      expect(red).toHaveLength(PATCHES);
      red.forEach((value, patch) => {
        if (patch % 4 >= 2) expect(value).toBeGreaterThan(200);
        else expect(value).toBeLessThan(55);
      });
    }
  });

  test('of many images a sample fits as all of them would', () => {
    const inspector = new TokenInspector(halves(2000));
    const ids = Array.from({ length: 2000 }, (_, i) => `image-${i}`);
    inspector.fit(ids.slice(0, 500));
    const few = inspector.project('image-1999');
    inspector.fit(ids);
    const all = inspector.project('image-1999');
    const red = (colours: Uint8ClampedArray | null) => colours?.filter((_, i) => i % 4 === 0) ?? [];
    red(few).forEach((value, i) => {
      expect(Math.abs(value - (red(all)[i] ?? 0))).toBeLessThan(12);
    });
  });

  test('are nothing before the first fit, without tokens, and after another backbone', () => {
    const store = halves(1);
    const inspector = new TokenInspector(store);
    expect(inspector.project('image-0')).toBeNull();
    expect(inspector.fit(['unknown'])).toBeNull();
    inspector.fit(['image-0']);
    expect(inspector.project('unknown')).toBeNull();
    store.drop('image-0');
    store.put('wide', { data: new Float32Array(4 * 9), prefixTokens: 0, patches: 4, width: 9 });
    expect(inspector.project('wide')).toBeNull();
  });
});

describe('similarity', () => {
  test('goes across images, and never to the prefix tokens', () => {
    const inspector = new TokenInspector(halves(2));
    const cosines = inspector.similarity('image-1', 'image-0', 3);
    expect(cosines).toHaveLength(PATCHES);
    cosines?.forEach((value, patch) => {
      expect(Math.abs(value)).toBeGreaterThan(0.9);
      expect(value > 0).toBe(patch % 4 >= 2);
    });
    expect(inspector.similarity('image-0', 'image-0', 3)?.[3]).toBeCloseTo(1, 6);
  });

  test('is null without tokens; a patch that does not exist is a mistake', () => {
    const inspector = new TokenInspector(halves(1));
    expect(inspector.similarity('image-0', 'unknown', 0)).toBeNull();
    expect(() => inspector.similarity('image-0', 'image-0', 16)).toThrow('no patch 16');
  });
});
