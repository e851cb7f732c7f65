import type { PixelSize } from '../../vocabulary/images';
import type { OrientationTag } from './exif';

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
  /** All of a JPEG's picture is there, but not the end marker that browsers want. */
  openEnd: boolean;
  /** How it has to be turned, where browsers don't agree on whether to do it; null for not at all. */
  turn: OrientationTag | null;
}

export const UNKNOWN_FACTS: ImageFacts = {
  size: null,
  depth: 8,
  cmyk: false,
  animated: false,
  cutOff: false,
  openEnd: false,
  turn: null,
};
