import type { PixelSize } from '../../vocabulary/images';

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
}

export const UNKNOWN_FACTS: ImageFacts = {
  size: null,
  depth: 8,
  cmyk: false,
  animated: false,
  cutOff: false,
};
