import { ProgrammingError } from '../../vocabulary/programming-error';
import type { LabelBox } from './label-places';

export interface ContactSheet {
  columns: number;
  rows: number;
  width: number;
  height: number;
  /** Where each figure stands, row by row. */
  figures: LabelBox[];
  /** Where the caption stands, below all of them. */
  caption: LabelBox;
}

export interface SheetSizes {
  /** Of one figure. */
  figure: { width: number; height: number };
  /** Between figures. */
  gap: number;
  /** Around everything. */
  margin: number;
  /** Of the caption below; 0 for none. */
  captionHeight: number;
  /** Figures beside each other; without it as many as make the sheet somewhat wider than high. */
  columns?: number;
}

/** The most figures that one sheet takes, as in the paper: seven by five. */
export const MOST_FIGURES = 35;

/**
 * Lays out figures on one sheet. Pixels, from the top left.
 * @throws when there are none, or more than fit.
 */
export function contactSheet(count: number, sizes: SheetSizes): ContactSheet {
  if (!(count >= 1 && count <= MOST_FIGURES)) {
    throw new ProgrammingError(
      `Choose between 1 and ${MOST_FIGURES} images for one sheet, not ${count}.`,
    );
  }
  const { figure, gap, margin, captionHeight } = sizes;
  const usual = Math.ceil(Math.sqrt((count * 7 * figure.height) / (5 * figure.width)));
  const across = Math.min(count, Math.max(1, sizes.columns ?? usual));
  const rows = Math.ceil(count / across);
  const innerWidth = across * figure.width + (across - 1) * gap;
  const innerHeight = rows * figure.height + (rows - 1) * gap;
  const below = captionHeight > 0 ? gap + captionHeight : 0;
  return {
    columns: across,
    rows,
    width: 2 * margin + innerWidth,
    height: 2 * margin + innerHeight + below,
    figures: Array.from({ length: count }, (_, index) => ({
      x: margin + (index % across) * (figure.width + gap),
      y: margin + Math.floor(index / across) * (figure.height + gap),
      ...figure,
    })),
    caption: {
      x: margin,
      y: margin + innerHeight + (below - captionHeight),
      width: innerWidth,
      height: captionHeight,
    },
  };
}
