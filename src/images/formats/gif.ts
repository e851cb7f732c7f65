import type { Bytes } from './bytes';
import { type ImageFacts, UNKNOWN_FACTS } from './facts';

const EXTENSION = 0x21;
const FRAME = 0x2c;

/** @throws RangeError when the file ends before its first frame does. */
export function readGif(bytes: Bytes): ImageFacts {
  const facts: ImageFacts = {
    ...UNKNOWN_FACTS,
    size: { width: bytes.u16(6, true), height: bytes.u16(8, true) },
  };
  let at = 13 + colourTableLength(bytes.u8(10));
  let frames = 0;
  for (;;) {
    // Only the first frame is used: what is missing behind it does no harm.
    if (frames > 0 && at >= bytes.length) return facts;
    const block = bytes.u8(at);
    if (block === FRAME) {
      if (frames++ > 0) return { ...facts, animated: true };
      at = skipSubBlocks(bytes, at + 11 + colourTableLength(bytes.u8(at + 9)));
    } else if (block === EXTENSION) {
      at = frames > 0 && at + 2 >= bytes.length ? bytes.length : skipSubBlocks(bytes, at + 2);
    } else {
      return facts;
    }
  }
}

function colourTableLength(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function skipSubBlocks(bytes: Bytes, start: number): number {
  let at = start;
  for (;;) {
    const length = bytes.u8(at);
    at += length + 1;
    if (length === 0) return at;
  }
}
