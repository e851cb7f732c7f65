import type { Bytes } from './bytes';
import { type ImageFacts, UNKNOWN_FACTS } from './facts';

const EXTENSION = 0x21;
const FRAME = 0x2c;

export interface GifFrame {
  width: number;
  height: number;
  interlaced: boolean;
  /** Where its data begins: the size of its codes, then its sub-blocks. */
  data: number;
}

/** @throws RangeError when the file ends before its first frame begins. */
export function readGif(bytes: Bytes): ImageFacts {
  const facts: ImageFacts = {
    ...UNKNOWN_FACTS,
    size: { width: bytes.u16(6, true), height: bytes.u16(8, true) },
  };
  const frame = firstFrame(bytes);
  if (!frame) return { ...facts, cutOff: true };
  facts.inPasses = frame.interlaced;
  let at = endOfSubBlocks(bytes, frame.data + 1);
  if (at === null) return { ...facts, openEnd: true };
  // Only the first frame is used: what is missing behind it does no harm.
  while (at !== null && at + 1 < bytes.length) {
    const block = bytes.u8(at);
    if (block === FRAME) return { ...facts, animated: true };
    if (block !== EXTENSION) break;
    at = endOfSubBlocks(bytes, at + 2);
  }
  return facts;
}

/** Null where the file says that nothing more follows before there was any. */
export function firstFrame(bytes: Bytes): GifFrame | null {
  let at: number | null = 13 + colourTableLength(bytes.u8(10));
  while (at !== null) {
    const block = bytes.u8(at);
    if (block === FRAME) {
      return {
        width: bytes.u16(at + 5, true),
        height: bytes.u16(at + 7, true),
        interlaced: (bytes.u8(at + 9) & 0x40) !== 0,
        data: at + 10 + colourTableLength(bytes.u8(at + 9)),
      };
    }
    if (block !== EXTENSION) return null;
    at = endOfSubBlocks(bytes, at + 2);
  }
  return null;
}

/** Of the sub-blocks from `at` on, the place of each one's length. The last has none, or is cut. */
export function* subBlocks(bytes: Bytes, start: number): Generator<number> {
  for (let at = start; at < bytes.length; at += bytes.u8(at) + 1) {
    yield at;
    if (bytes.u8(at) === 0) return;
  }
}

/** Null where they run beyond the end of the file. */
function endOfSubBlocks(bytes: Bytes, start: number): number | null {
  for (const at of subBlocks(bytes, start)) if (bytes.u8(at) === 0) return at + 1;
  return null;
}

function colourTableLength(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}
