import type { Grid } from '../../vocabulary/maps';

/** The patch of a map that lies under a point of the window, row by row. */
export function patchUnder(
  map: Element,
  { clientX, clientY }: { clientX: number; clientY: number },
  grid: Grid,
): number {
  const box = map.getBoundingClientRect();
  const cell = (offset: number, size: number, cells: number) =>
    Math.min(cells - 1, Math.max(0, Math.floor((offset / size) * cells)));
  const row = cell(clientY - box.top, box.height, grid.height);
  return row * grid.width + cell(clientX - box.left, box.width, grid.width);
}

const STEPS: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where an arrow key leads from a patch, or from none; null for other keys. */
export function patchBeside(patch: number | null, key: string, grid: Grid): number | null {
  const step = STEPS[key];
  if (!step) return null;
  const middle = { row: grid.height >> 1, column: grid.width >> 1 };
  const row = patch === null ? middle.row : Math.floor(patch / grid.width) + step[0];
  const column = patch === null ? middle.column : (patch % grid.width) + step[1];
  const inside = (value: number, size: number) => Math.min(size - 1, Math.max(0, value));
  return inside(row, grid.height) * grid.width + inside(column, grid.width);
}
