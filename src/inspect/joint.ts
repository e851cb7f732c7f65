import { quantile } from './quantile';
import { type Grid, upsample } from './upsample';

/** Per pixel: which query attends most there, and with what weight. */
export interface JointField {
  height: number;
  width: number;
  winner: Uint8Array;
  strength: Float32Array;
}

/**
 * Lays the maps `weights (queries, N)` of one image over each other, enlarged `scale` times per
 * patch: every pixel belongs to the query with the largest weight there.
 */
export function jointField(
  weights: Float32Array,
  queries: number,
  grid: Grid,
  scale: number,
): JointField {
  const height = grid.height * scale;
  const width = grid.width * scale;
  const winner = new Uint8Array(height * width);
  const strength = upsample(weights, 0, grid, scale);
  for (let query = 1; query < queries; query++) {
    const map = upsample(weights, query * grid.height * grid.width, grid, scale);
    for (let i = 0; i < map.length; i++) {
      const weight = map[i] ?? 0;
      if (weight > (strength[i] ?? 0)) {
        strength[i] = weight;
        winner[i] = query;
      }
    }
  }
  return { height, width, winner, strength };
}

/**
 * How opaque each pixel of the joint figure is, 0…1: the winning weight between its 65th and 99th
 * percentile, to the power 0.55 (the authors' drawing). `uniform` is 1/N.
 */
export function jointOpacity(strength: Float32Array, uniform: number): Float32Array {
  const sorted = strength.slice().sort();
  const low = quantile(sorted, 0.65);
  const high = quantile(sorted, 0.99);
  // Percentiles stretch any contrast to full: without this, the rounding-sized differences of an
  // untrained probe would look like findings. From twice the uniform weight on it changes nothing.
  const presence = clamp(high / uniform - 1);
  const opacity = new Float32Array(strength.length);
  if (high <= low) return opacity;
  for (let i = 0; i < strength.length; i++) {
    opacity[i] = presence * clamp(((strength[i] ?? 0) - low) / (high - low)) ** 0.55;
  }
  return opacity;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
