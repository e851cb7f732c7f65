import { expect, test } from 'vitest';
import { seededRandom } from './random';
import { sphericalKMeans } from './spherical-k-means';
import { cosine } from './vectors';

const WIDTH = 8;

/** Unit vectors about each of the first `groups` axes. */
function around(groups: number, each: number, spread: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  const rows = Array.from({ length: groups * each }, (_, row) => {
    const raw = Array.from({ length: WIDTH }, (_, d) =>
      d === row % groups ? 1 : spread * (random() - 0.5),
    );
    const length = Math.hypot(...raw);
    return raw.map((value) => value / length);
  });
  return Float32Array.from(rows.flat());
}

const axis = (d: number) => Float64Array.from({ length: WIDTH }, (_, i) => (i === d ? 1 : 0));

test('finds groups that lie apart, whatever the seed', () => {
  for (let seed = 0; seed < 20; seed++) {
    const centres = sphericalKMeans(around(4, 30, 0.2, seed), WIDTH, 4, seededRandom(seed));
    const found = [0, 1, 2, 3].map((d) => Math.max(...centres.map((one) => cosine(one, axis(d)))));
    expect(Math.min(...found)).toBeGreaterThan(0.99);
  }
});

test('centres have length 1, and the same draws give the same', () => {
  const vectors = around(3, 20, 0.8, 1);
  const centres = sphericalKMeans(vectors, WIDTH, 5, seededRandom(7));
  for (const centre of centres) expect(Math.hypot(...centre)).toBeCloseTo(1, 12);
  expect(sphericalKMeans(vectors, WIDTH, 5, seededRandom(7))).toEqual(centres);
  expect(sphericalKMeans(vectors, WIDTH, 5, seededRandom(8))).not.toEqual(centres);
});

test('more clusters than vectors repeat some', () => {
  const vectors = around(2, 1, 0, 0);
  const centres = sphericalKMeans(vectors, WIDTH, 4, seededRandom(0));
  expect(centres).toHaveLength(4);
  for (const centre of centres) {
    expect(Math.max(cosine(centre, axis(0)), cosine(centre, axis(1)))).toBeCloseTo(1, 12);
  }
});
