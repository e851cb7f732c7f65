import type { Bytes } from './bytes';

export const END_OF_IMAGE = 0xd9;

/** A marker, and the bytes from `start` to `end` that belong to it; none to the end of the image. */
export interface JpegSegment {
  marker: number;
  start: number;
  /** May lie beyond the end of the file. */
  end: number;
}

/**
 * The segments of a JPEG up to its end marker, or as far as the file goes. Whole segments are stepped
 * over, so a thumbnail's own end marker does not count; whatever follows the picture's end (a phone's
 * video, say) is not looked at.
 */
export function* jpegSegments(bytes: Bytes): Generator<JpegSegment> {
  let at = 2;
  for (;;) {
    at = bytes.data.indexOf(0xff, at);
    if (at < 0) return;
    while (bytes.data[at] === 0xff) at++;
    const marker = bytes.data[at++];
    if (marker === undefined) return;
    if (marker === END_OF_IMAGE) {
      yield { marker, start: at, end: at };
      return;
    }
    if (standsAlone(marker)) continue;
    if (at + 2 > bytes.length) return;
    const end = at + bytes.u16(at);
    yield { marker, start: at + 2, end };
    at = end;
  }
}

/** Escaped data bytes, restart markers and the start of an image: no length follows. */
function standsAlone(marker: number): boolean {
  return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}
