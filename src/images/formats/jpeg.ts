import type { Bytes } from './bytes';
import { type ImageFacts, UNKNOWN_FACTS } from './facts';
import { END_OF_IMAGE, jpegSegments } from './jpeg-segments';

const PROGRESSIVE = 0xc2;

/** A file without an end marker may hold the whole picture: some cameras leave the marker out. */
export function readJpeg(bytes: Bytes): ImageFacts {
  const facts: ImageFacts = { ...UNKNOWN_FACTS, openEnd: true };
  for (const { marker, start } of jpegSegments(bytes)) {
    if (marker === END_OF_IMAGE) return { ...facts, openEnd: false };
    if (isFrame(marker) && start + 6 <= bytes.length) {
      facts.depth = bytes.u8(start);
      facts.size = { width: bytes.u16(start + 3), height: bytes.u16(start + 1) };
      facts.cmyk = bytes.u8(start + 5) === 4;
      facts.inPasses = marker === PROGRESSIVE;
    }
  }
  return { ...facts, cutOff: !facts.size };
}

/** SOF0 … SOF15, among which three numbers mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
