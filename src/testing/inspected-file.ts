import type { Grid } from '../vocabulary/maps';

/** For tests: what a trained head sees in one image, as it is stored in a JSON file. */
export interface InspectedFile {
  grid: Grid;
  queries: number;
  /** Base64 of float32, (queries, N). */
  attention: string;
  /** For the image's own class; base64 of float32, (queries, N). */
  evidence: string;
  constant: number;
  logit: number;
}
