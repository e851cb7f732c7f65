import { rowsEnd } from './bmp';
import { Bytes } from './bytes';
import { type ImageFacts, UNKNOWN_FACTS } from './facts';
import { readPng } from './png';

/** A picture of an icon: a PNG, or a BMP without its file header. */
interface Entry {
  side: number;
  bits: number;
  start: number;
  end: number;
}

/** The largest of an icon's pictures. @throws RangeError when the list of them is cut off. */
export function readIcon(bytes: Bytes): ImageFacts {
  const entries = Array.from({ length: bytes.u16(4, true) }, (_, index): Entry => {
    const at = 6 + 16 * index;
    const start = bytes.u32(at + 12, true);
    // A side of 256 is written as 0.
    const side = bytes.u8(at) || 256;
    return { side, bits: bytes.u16(at + 6, true), start, end: start + bytes.u32(at + 8, true) };
  });
  const [largest] = entries.toSorted((a, b) => b.side - a.side || b.bits - a.bits);
  if (!largest) return { ...UNKNOWN_FACTS, cutOff: true };
  const { start, end } = largest;
  if (start + 8 > bytes.length) return { ...UNKNOWN_FACTS, cutOff: true };
  if (bytes.has(start, '\x89PNG')) {
    const { size, cutOff, openEnd } = readPng(new Bytes(bytes.data.subarray(start, end)));
    return { ...UNKNOWN_FACTS, size, cutOff: cutOff || openEnd };
  }
  const width = Math.abs(bytes.i32le(start + 4));
  // Its rows are followed by a mask of as many, counted here, and needed by nobody.
  const height = Math.abs(bytes.i32le(start + 8)) >> 1;
  const last = rowsEnd(bytes, start, width, height);
  return { ...UNKNOWN_FACTS, size: { width, height }, cutOff: last > Math.min(end, bytes.length) };
}
