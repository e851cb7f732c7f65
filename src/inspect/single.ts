import { type Grid, upsample } from './upsample';

/** Weights from which a map is fully opaque, as a multiple of the uniform weight. */
const LEAST_PEAK = 4;

/**
 * How opaque each pixel of one query's map is, 0…1, enlarged `scale` times per patch. The uniform
 * weight 1/N and all below is transparent, so that the photo stays readable; the map's own peak is
 * opaque, unless it is under four times the uniform weight: a query that has learned nothing yet
 * must not look as if it had.
 */
export function queryOpacity(
  weights: Float32Array,
  query: number,
  grid: Grid,
  scale: number,
): Float32Array {
  const patches = grid.height * grid.width;
  const uniform = 1 / patches;
  const opacity = upsample(weights, query * patches, grid, scale);
  let peak = LEAST_PEAK * uniform;
  for (const weight of opacity) if (weight > peak) peak = weight;
  for (let i = 0; i < opacity.length; i++) {
    const above = ((opacity[i] ?? 0) - uniform) / (peak - uniform);
    opacity[i] = above > 0 ? above ** 0.7 : 0;
  }
  return opacity;
}
