/** The tokens of one image: prefix tokens first, then patches row by row. */
export interface ImageTokens {
  /** Row-major, (prefixTokens + N, D). */
  data: Float32Array;
  prefixTokens: number;
  patches: number;
  width: number;
}

export interface LabelledImage {
  id: string;
  /** The image's name. It, not the id, decides the split: the same images give the same run again. */
  name: string;
  /** Index into the classes of the run. */
  classIndex: number;
}
