import { seededRandom } from '../numbers/random';

/**
 * Maps (M, N) for tests, every row non-negative with sum 1; the higher `sharpness`, the more
 * concentrated (0 is uniform).
 */
export function randomMaps(
  queries: number,
  patches: number,
  seed: number,
  sharpness = 3,
): Float32Array {
  const random = seededRandom(seed);
  const maps = new Float32Array(queries * patches);
  for (let row = 0; row < queries; row++) {
    const weights = Array.from({ length: patches }, () => Math.exp(sharpness * 4 * random()));
    const sum = weights.reduce((a, b) => a + b, 0);
    weights.forEach((weight, n) => {
      maps[row * patches + n] = weight / sum;
    });
  }
  return maps;
}
