/** Canvases that the grid has alive at most. */
export const MOST_CELLS = 60;
/** Rows beyond each edge of what is in view, so that scrolling finds them drawn. */
export const MARGIN_ROWS = 1;

/** The room that a grid of images has, in CSS pixels. */
export interface GridRoom {
  width: number;
  /** Of what is in view, not of the whole grid. */
  height: number;
  gap: number;
  /** What stands under each picture. */
  caption: number;
  /** The narrowest cell wanted. */
  least: number;
}

export interface GridLayout {
  columns: number;
  /** Side of a picture. */
  side: number;
  /** From the top of one row to the top of the next. */
  row: number;
}

/**
 * As many columns as there is room for, or fewer and larger ones where more cells would be mounted
 * than may be.
 */
export function gridLayout(room: GridRoom): GridLayout {
  let columns = Math.max(1, Math.floor((room.width + room.gap) / (room.least + room.gap)));
  while (columns > 1 && columns * mountedRows(room, columns) > MOST_CELLS) columns--;
  return { columns, ...sizes(room, columns) };
}

/** Rows that are mounted wherever the grid is scrolled to. */
function mountedRows(room: GridRoom, columns: number): number {
  // One more than fit: the first and the last may both be seen in part.
  return Math.ceil(room.height / sizes(room, columns).row) + 1 + 2 * MARGIN_ROWS;
}

function sizes({ width, gap, caption }: GridRoom, columns: number) {
  const side = Math.max(1, Math.floor((width + gap) / columns - gap));
  return { side, row: side + caption + gap };
}
