import { createObservable } from './observable';

/** The tokens of one image as colours: their first three principal components. */
export interface OpenedPicture {
  /** Patches to a side. */
  grid: number;
  /** RGBA, row by row: (grid, grid, 4). */
  pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** What the model that is being opened makes of one image. */
export const openedPicture = createObservable<OpenedPicture>();
