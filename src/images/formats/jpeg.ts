import type { Bytes } from './bytes';
import { type ImageFacts, UNKNOWN_FACTS } from './facts';
import { pictureState } from './jpeg-scans';

const END_OF_IMAGE = 0xd9;

/**
 * A file without an end marker is cut off only where some of its picture is missing: some cameras leave
 * the marker out.
 */
export function readJpeg(bytes: Bytes): ImageFacts {
  const facts = readMarkers(bytes);
  if (!facts.cutOff || !facts.size) return facts;
  const openEnd = pictureState(bytes.data) === 'whole';
  return { ...facts, cutOff: !openEnd, openEnd };
}

/**
 * Walks the markers. Whole segments are stepped over, so a thumbnail's own end marker does not
 * count; whatever follows the picture's end (a phone's video, say) is not looked at.
 */
function readMarkers(bytes: Bytes): ImageFacts {
  const facts: ImageFacts = { ...UNKNOWN_FACTS, cutOff: true };
  let at = 2;
  for (;;) {
    at = bytes.data.indexOf(0xff, at);
    if (at < 0) return facts;
    while (bytes.data[at] === 0xff) at++;
    const marker = bytes.data[at++];
    if (marker === undefined) return facts;
    if (marker === END_OF_IMAGE) return { ...facts, cutOff: false };
    if (standsAlone(marker)) continue;
    if (at + 2 > bytes.length) return facts;
    if (isFrame(marker) && at + 8 <= bytes.length) {
      facts.depth = bytes.u8(at + 2);
      facts.size = { width: bytes.u16(at + 5), height: bytes.u16(at + 3) };
      facts.cmyk = bytes.u8(at + 7) === 4;
    }
    at += bytes.u16(at);
  }
}

/** Escaped data bytes, restart markers and the start of an image: no length follows. */
function standsAlone(marker: number): boolean {
  return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/** SOF0 … SOF15, among which three numbers mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
