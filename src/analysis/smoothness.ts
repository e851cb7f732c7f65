import type { Grid } from '../vocabulary/maps';

/**
 * Moran's I of a map (Moran 1950), with the four neighbours of a patch: 1 for large even areas, about 0
 * for noise, below 0 where neighbours differ. 0 for a map that is the same everywhere.
 * @param map (N), row by row
 */
export function smoothness(map: ArrayLike<number>, { height, width }: Grid): number {
  const count = height * width;
  let mean = 0;
  for (let n = 0; n < count; n++) mean += (map[n] as number) / count;
  const at = (row: number, column: number) => (map[row * width + column] as number) - mean;
  let [alike, variance, pairs] = [0, 0, 0];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const own = at(row, column);
      variance += own * own;
      if (column + 1 < width) {
        alike += own * at(row, column + 1);
        pairs++;
      }
      if (row + 1 < height) {
        alike += own * at(row + 1, column);
        pairs++;
      }
    }
  }
  // Less than this is rounding.
  const isEven = variance <= count * (1e-9 * mean) ** 2;
  return isEven || pairs === 0 ? 0 : (alike / pairs) * (count / variance);
}
