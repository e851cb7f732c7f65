import type { PictureRequest } from '../maps/picture';
import type { Figure } from './figure';

/** What fills a box of a figure. */
export type Art =
  /** The encoder's crop; in grey where maps lie over it. */
  | { kind: 'photo'; bitmap: ImageBitmap; grey: boolean }
  /** Attention or evidence, painted as finely as it is wanted. */
  | { kind: 'map'; request: Omit<PictureRequest, 'scale'> }
  /** A chart of the page as a whole `<svg>` document; `raster` is it in pixels, where they are needed. */
  | { kind: 'drawing'; markup: string; width: number; height: number; raster?: ImageBitmap };

/** A picture that can be taken along. */
export interface PagePicture {
  /** Of the file, without its ending; see `pictureName`. */
  name: string;
  figure: Figure<Art>;
}
