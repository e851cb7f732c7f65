import type { Grid } from '../../../vocabulary/maps';

/** A square part of an image, in patches. */
export interface CropWindow {
  row: number;
  column: number;
  size: number;
}

/** `size × size` patches around `patch`, moved inward where the image ends. */
export function cropWindow(patch: number, grid: Grid, size: number): CropWindow {
  const fitting = Math.min(size, grid.height, grid.width);
  const start = (middle: number, patches: number) =>
    Math.min(patches - fitting, Math.max(0, middle - (fitting >> 1)));
  return {
    row: start(Math.floor(patch / grid.width), grid.height),
    column: start(patch % grid.width, grid.width),
    size: fitting,
  };
}

/** CSS that shows only this part of a picture of the whole image as an element's background. */
export function cropBackground({ row, column, size }: CropWindow, grid: Grid) {
  // A background's position in percent is a share of what sticks out, not of the picture.
  const share = (start: number, patches: number) =>
    patches > size ? `${(100 * start) / (patches - size)}%` : '0%';
  return {
    backgroundSize: `${(100 * grid.width) / size}% ${(100 * grid.height) / size}%`,
    backgroundPosition: `${share(column, grid.width)} ${share(row, grid.height)}`,
  };
}
