import { expect, test } from 'vitest';
import { seededRandom } from '../numbers/random';
import { positionShare } from './position-share';

const [PLACES, WIDTH] = [30, 4];

/** Tokens of which `share` of the variance is their place. */
function images(count: number, share: number): Float32Array[] {
  const random = seededRandom(5);
  const even = () => Math.sqrt(12) * (random() - 0.5);
  const ofPlace = Array.from({ length: PLACES * WIDTH }, even);
  return Array.from({ length: count }, () =>
    Float32Array.from(
      ofPlace,
      (place) => 7 + Math.sqrt(share) * place + Math.sqrt(1 - share) * even(),
    ),
  );
}

test.each([0, 0.25, 0.8])('finds the share that was put in: %d', (share) => {
  expect(positionShare(images(40, share), WIDTH)).toBeCloseTo(share, 1);
});

test('is about 0 for few images, too, where place says nothing', () => {
  expect(Math.abs(positionShare(images(4, 0), WIDTH))).toBeLessThan(0.05);
});

test('tokens that are alike in all images are all place', () => {
  expect(positionShare(images(3, 1), WIDTH)).toBeCloseTo(1, 6);
});
