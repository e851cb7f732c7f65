import type { Grid } from '../vocabulary/maps';
import { upsample } from './upsample';

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
