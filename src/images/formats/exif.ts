import type { Bytes } from './bytes';

/** How a stored picture is turned to be upright, as Exif counts it; 1 is upright as it is. */
export type Orientation = 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Where a file says that its picture has to be turned. */
export interface OrientationTag {
  orientation: Orientation;
  /** Offset in the file of the number itself. */
  at: number;
  /** What would say there that the picture is upright. */
  upright: Uint8Array<ArrayBuffer>;
}

const ORIENTATION = 0x0112;
const SHORT = 3;

/**
 * The orientation in a block of Exif data from `start` to `end` (TIFF 6.0, Exif 2.32 §4.6.4A), with or
 * without the name that some programs put before it. Null where it says 1, nothing, or nonsense.
 */
export function orientationIn(bytes: Bytes, start: number, end: number): OrientationTag | null {
  const tiff = bytes.has(start, 'Exif\0\0') ? start + 6 : start;
  const littleEndian = bytes.has(tiff, 'II*\0');
  if (tiff + 8 > end || !(littleEndian || bytes.has(tiff, 'MM\0*'))) return null;
  const directory = tiff + bytes.u32(tiff + 4, littleEndian);
  if (directory + 2 > end) return null;
  const first = directory + 2;
  const last = Math.min(end, first + 12 * bytes.u16(directory, littleEndian));
  for (let entry = first; entry + 12 <= last; entry += 12) {
    if (bytes.u16(entry, littleEndian) !== ORIENTATION) continue;
    const isOneShort =
      bytes.u16(entry + 2, littleEndian) === SHORT && bytes.u32(entry + 4, littleEndian) === 1;
    const orientation = bytes.u16(entry + 8, littleEndian);
    if (!isOneShort || !isTurned(orientation)) return null;
    return { orientation, at: entry + 8, upright: new Uint8Array(littleEndian ? [1, 0] : [0, 1]) };
  }
  return null;
}

function isTurned(value: number): value is Orientation {
  return value >= 2 && value <= 8;
}
