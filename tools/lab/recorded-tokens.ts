import type { Grid } from '../../src/vocabulary/maps';

/** Tokens of one image, in the directions that matter; see `tools/record-lab-tokens.ts`. */
export interface RecordedTokens {
  grid: Grid;
  width: number;
  /** (N, width), row by row, with spaces between. */
  values: string;
}

export function decodeTokens({ values }: RecordedTokens): Float32Array {
  return Float32Array.from(values.split(' '), Number);
}
