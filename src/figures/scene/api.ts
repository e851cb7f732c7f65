import type { Call } from '../../bridge/messages';
import type { Figure } from './figure';
import type { Art } from './saved-figure';

/** How many of a figure's parts are drawn. */
export interface Drawn {
  done: number;
  total: number;
}

/** What the worker that draws figures offers. */
export type FigureCalls = {
  /** `font` null where the page's own face could not be had. */
  png: Call<{ figure: Figure<Art>; scale: number; font: ArrayBuffer | null }, Blob, Drawn>;
  svg: Call<{ figure: Figure<Art>; font: ArrayBuffer | null }, Blob, Drawn>;
};
