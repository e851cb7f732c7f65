import type { Bytes } from './bytes';
import { type ImageFacts, UNKNOWN_FACTS } from './facts';

const UNCOMPRESSED = [0, 3];

/** @throws RangeError when the header itself is cut off. */
export function readBmp(bytes: Bytes): ImageFacts {
  const old = bytes.u32(14, true) === 12;
  const width = old ? bytes.u16(18, true) : Math.abs(bytes.i32le(18));
  const height = old ? bytes.u16(20, true) : Math.abs(bytes.i32le(22));
  const bitsPerPixel = bytes.u16(old ? 24 : 28, true);
  const compression = old ? 0 : bytes.u32(30, true);
  const rowLength = Math.ceil((width * bitsPerPixel) / 32) * 4;
  const end = bytes.u32(10, true) + rowLength * height;
  const cutOff = UNCOMPRESSED.includes(compression) && end > bytes.length;
  return { ...UNKNOWN_FACTS, size: { width, height }, cutOff };
}
