import {
  CHIP,
  chipMarks,
  type LegendChip,
  moved,
  outline,
} from '../../figures/scene/compose-figure';
import { type Box, INK_SOFT, type Mark } from '../../figures/scene/figure';
import type { Art } from '../../figures/scene/saved-figure';
import { type MeasureText, shortened } from '../../figures/scene/set-text';

/** A photo with what lies over it, and what stands below it. */
export interface Tile {
  art: readonly Art[];
  chip?: Pick<LegendChip, 'text' | 'fill' | 'ink'>;
  label?: string;
}

const GAP = 8;
const LABEL = 11;

/** Squares in rows, each with its chip and label below. */
export function tileMarks(
  tiles: readonly Tile[],
  { columns, side }: { columns: number; side: number },
  measure: MeasureText,
): { marks: Mark<Art>[]; width: number; height: number } {
  const named = tiles.some(({ chip, label }) => chip ?? label);
  const below = named ? 6 + CHIP : 0;
  const row = side + below + (named ? 12 : GAP);
  const across = Math.min(columns, tiles.length);
  const marks = tiles.flatMap((tile, index) => {
    const x = (index % across) * (side + GAP);
    const y = Math.floor(index / across) * row;
    return [
      ...squareMarks(tile.art, { x, y, width: side, height: side }),
      ...nameMarks(tile, side, measure).map((mark) => moved(mark, x, y + side + 6)),
    ];
  });
  return {
    marks,
    width: across * (side + GAP) - GAP,
    height: Math.ceil(tiles.length / across) * row - (row - side - below),
  };
}

/** What fills a square, the first below; a photo alone may be white, and gets an edge. */
export function squareMarks(art: readonly Art[], square: Box): Mark<Art>[] {
  const filled = art.map((part): Mark<Art> => ({ kind: 'art', art: part, ...square }));
  const [below] = art;
  return below?.kind === 'photo' && !below.grey ? [...filled, outline(square)] : filled;
}

function nameMarks({ chip, label = '' }: Tile, side: number, measure: MeasureText): Mark<Art>[] {
  const drawn = chip && chipMarks<Art>(chip, { x: 0, y: 0 }, measure);
  if (label === '') return drawn?.marks ?? [];
  const from = drawn ? drawn.width + 6 : 0;
  const text = shortened(label, side - from, (part) => measure(part, LABEL, 450));
  return [
    ...(drawn?.marks ?? []),
    {
      kind: 'text',
      text,
      x: from,
      y: CHIP / 2 + LABEL * 0.36,
      align: 'start',
      size: LABEL,
      weight: 450,
      fill: INK_SOFT,
    },
  ];
}
