import type { Grid } from '../../../vocabulary/maps';

/** A square part of an image, in patches. */
export interface CropWindow {
  row: number;
  column: number;
  size: number;
}

/** Patches that are seen to each side of one, at least. */
const MARGIN = 2;
/** The least share of a picture's side that is seen: small patches alone don't tell what they are part of. */
const SHARE = 0.4;

/** Patches to a side of a window that shows enough around a patch to tell what it is part of. */
export function windowSize({ height, width }: Grid): number {
  return 2 * Math.max(MARGIN, Math.ceil((SHARE * Math.min(height, width) - 1) / 2)) + 1;
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
