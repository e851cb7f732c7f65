/** What the model that is being imported makes of one image: the first three principal components of its tokens. */
export interface OpenedPicture {
  /** Patches to a side. */
  grid: number;
  /** RGBA, row by row: (grid, grid, 4). */
  pixels: Uint8ClampedArray<ArrayBuffer>;
}
