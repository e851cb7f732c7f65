import type { Grid } from '../vocabulary/maps';
import { concentration } from './information';

/** Nine overlapping parts of an image, each half as high and half as wide: row by row. */
const PARTS = [
  'upper-left',
  'top',
  'upper-right',
  'left',
  'middle',
  'right',
  'lower-left',
  'bottom',
  'lower-right',
] as const;

export type ImagePart = (typeof PARTS)[number];

/** Where the weight of a map lies: mostly in one part of the image, all over it, or evenly. */
export type WeightPlace =
  | { kind: 'part'; part: ImagePart; share: number }
  | { kind: 'spread' }
  | { kind: 'even' };

/** Where the evidence of one sign lies; `nothing` where there is none of it. */
export type EvidencePlace =
  | { kind: 'part'; part: ImagePart }
  | { kind: 'spread' }
  | { kind: 'nothing' };

/** A part that holds less than this says too little: equal shares would give it a quarter. */
const LEAST_SHARE = 0.35;
/** Parts whose shares differ by less than this hold the same; the one nearest to the weight is named. */
const ALIKE = 0.02;
/** From this little concentration on, a map is as good as uniform. */
const EVEN = 0.02;

/** Where the weight of a map (N) lies. */
export function placeOfWeight(map: Float32Array, grid: Grid): WeightPlace {
  const heaviest = heaviestPart(map, grid);
  if (heaviest) return { kind: 'part', part: heaviest.part, share: heaviest.share };
  return { kind: concentration(map) < EVEN ? 'even' : 'spread' };
}

/** Where signed evidence (N) speaks most for a class, and where most against it. */
export function placesOfEvidence(
  values: Float32Array,
  grid: Grid,
): { for: EvidencePlace; against: EvidencePlace } {
  const where = (sign: number): EvidencePlace => {
    const own = values.map((value) => Math.max(0, sign * value));
    if (own.every((value) => value === 0)) return { kind: 'nothing' };
    const heaviest = heaviestPart(own, grid);
    return heaviest ? { kind: 'part', part: heaviest.part } : { kind: 'spread' };
  };
  return { for: where(1), against: where(-1) };
}

function heaviestPart(weights: Float32Array, grid: Grid) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) return null;
  const parts = PARTS.map((part, index) => {
    const rows = span(grid.height, Math.floor(index / 3));
    const columns = span(grid.width, index % 3);
    let sum = 0;
    let off = 0;
    weights.forEach((weight, patch) => {
      const down = overlap(Math.floor(patch / grid.width), rows);
      const across = overlap(patch % grid.width, columns);
      sum += weight * down * across;
      const dy = (Math.floor(patch / grid.width) + 0.5 - (rows[0] + rows[1]) / 2) / grid.height;
      const dx = ((patch % grid.width) + 0.5 - (columns[0] + columns[1]) / 2) / grid.width;
      off += weight * (dx * dx + dy * dy);
    });
    return { part, share: sum / total, off };
  });
  const most = Math.max(...parts.map(({ share }) => share));
  if (most < LEAST_SHARE) return null;
  const [best] = parts.filter(({ share }) => share > most - ALIKE).sort((a, b) => a.off - b.off);
  return best ?? null;
}

/** From where to where a part reaches along an axis of `cells`: 0 the first half, 1 the middle, 2 the last. */
function span(cells: number, position: number): [from: number, to: number] {
  return [(position * cells) / 4, (position * cells) / 4 + cells / 2];
}

/** The share of a cell that lies within. */
function overlap(cell: number, [from, to]: readonly [number, number]): number {
  return Math.max(0, Math.min(cell + 1, to) - Math.max(cell, from));
}
