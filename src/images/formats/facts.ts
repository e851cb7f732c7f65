import type { PixelSize } from '../../vocabulary/images';
import type { Orientation } from './exif';

/** How a stored picture has to be turned. */
export interface Turn {
  orientation: Orientation;
  /** What to write over the file's bytes from `at` on, so that it says it is upright. */
  at: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What an image file says about itself before anything is decoded. */
export interface ImageFacts {
  /** Pixels as stored, before any rotation; null where the header does not say. */
  size: PixelSize | null;
  /** Bits per colour channel. */
  depth: number;
  cmyk: boolean;
  /** More than one frame. */
  animated: boolean;
  /** The file ends before its (first) picture does. */
  cutOff: boolean;
  /**
   * What browsers want to see behind the picture is missing. Whether all of the picture is there, its
   * data tells (`pictureState`); if so, `withEnd` gives a file that browsers read.
   */
  openEnd: boolean;
  /** All of it comes coarsely first: where data is missing it is coarse, and nowhere blank. */
  inPasses: boolean;
  /** How it has to be turned, where browsers don't agree on whether to do it; null for not at all. */
  turn: Turn | null;
}

export const UNKNOWN_FACTS: ImageFacts = {
  size: null,
  depth: 8,
  cmyk: false,
  animated: false,
  cutOff: false,
  openEnd: false,
  inPasses: false,
  turn: null,
};
