import type { Grid } from '../vocabulary/maps';

/**
 * Enlarges one map bilinearly: `(grid.height, grid.width)` at `offset` in `values` becomes
 * `(grid.height · scale, grid.width · scale)`. Sample positions are pixel centres and the border is
 * repeated, as in PyTorch's `interpolate(mode="bilinear", align_corners=False)`.
 */
export function upsample(
  values: Float32Array,
  offset: number,
  grid: Grid,
  scale: number,
): Float32Array {
  const columns = taps(grid.width, scale);
  const rows = taps(grid.height, scale);
  const out = new Float32Array(rows.low.length * columns.low.length);
  const line = new Float32Array(grid.width);
  let at = 0;
  for (let y = 0; y < rows.low.length; y++) {
    const top = offset + (rows.low[y] ?? 0) * grid.width;
    const bottom = offset + (rows.high[y] ?? 0) * grid.width;
    const down = rows.share[y] ?? 0;
    for (let x = 0; x < grid.width; x++) {
      line[x] = mix(values[top + x] ?? 0, values[bottom + x] ?? 0, down);
    }
    for (let x = 0; x < columns.low.length; x++) {
      const left = line[columns.low[x] ?? 0] ?? 0;
      const right = line[columns.high[x] ?? 0] ?? 0;
      out[at++] = mix(left, right, columns.share[x] ?? 0);
    }
  }
  return out;
}

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}

/** For every output pixel along one axis: the two cells it lies between, and the second's share. */
function taps(cells: number, scale: number) {
  const size = cells * scale;
  const low = new Int32Array(size);
  const high = new Int32Array(size);
  const share = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    const position = Math.max(0, (i + 0.5) / scale - 0.5);
    const cell = Math.min(cells - 1, Math.floor(position));
    low[i] = cell;
    high[i] = Math.min(cells - 1, cell + 1);
    share[i] = position - cell;
  }
  return { low, high, share };
}
