import { evidenceMap } from '../../analysis/attribution';
import type { Evidence } from '../../vocabulary/evidence';
import type { Grid } from '../../vocabulary/maps';
import { ProgrammingError } from '../../vocabulary/programming-error';
import type { Drawing } from './opacity';
import { type Picture, paintPicture } from './picture';

/**
 * The size of evidence that is drawn fully opaque: the largest of all the maps given, for or against,
 * so that what is drawn by it can be compared.
 */
export function evidencePeak(...maps: readonly Float32Array[]): number {
  let peak = 0;
  for (const map of maps) {
    for (const value of map) if (Math.abs(value) > peak) peak = Math.abs(value);
  }
  return peak;
}

/**
 * What the patches of an image say for a class, to be laid over its greyed photo: for in one colour,
 * against in the other, nothing transparent.
 * @param query one query's share; null for all together
 * @param peak by `evidencePeak`, of all the pictures to be compared
 * @throws when `grid` has another number of patches.
 */
export function evidenceFigure(
  evidence: Pick<Evidence, 'weights' | 'queries' | 'patches'>,
  query: number | null,
  peak: number,
  grid: Grid,
  scale: number,
  drawing: Drawing,
): Picture {
  if (grid.height * grid.width !== evidence.patches) {
    throw new ProgrammingError(
      `This evidence is over ${evidence.patches} patches; a grid of ${grid.height} × ${grid.width} has ${grid.height * grid.width}.`,
    );
  }
  const values = evidenceMap(evidence, query);
  return paintPicture({ subject: { kind: 'evidence', values, peak }, grid, scale, drawing });
}
