import type { Bytes } from './bytes';
import { type ImageFacts, UNKNOWN_FACTS } from './facts';

/** @throws RangeError when the header itself is cut off. */
export function readBmp(bytes: Bytes): ImageFacts {
  const old = bytes.u32(14, true) === 12;
  const width = old ? bytes.u16(18, true) : Math.abs(bytes.i32le(18));
  const height = old ? bytes.u16(20, true) : Math.abs(bytes.i32le(22));
  const bitsPerPixel = bytes.u16(old ? 24 : 28, true);
  const compression = old ? 0 : bytes.u32(30, true);
  const pixels = bytes.u32(10, true);
  const facts = { ...UNKNOWN_FACTS, size: { width, height } };
  if (compression === 1 || compression === 2) {
    return { ...facts, cutOff: rowsOfRuns(bytes, pixels, width, 8 / compression) < height };
  }
  // What is neither colours as they are nor masks of them is another file in this one.
  if (compression !== 0 && compression !== 3 && compression !== 6) return facts;
  return { ...facts, cutOff: pixels + rowLength(width, bitsPerPixel) * height > bytes.length };
}

/** Where the rows of a picture end whose header is at `header`, as in an icon; masks not counted. */
export function rowsEnd(bytes: Bytes, header: number, width: number, height: number): number {
  const bitsPerPixel = bytes.u16(header + 14, true);
  const colours = bytes.u32(header + 32, true) || (bitsPerPixel <= 8 ? 2 ** bitsPerPixel : 0);
  const pixels = header + bytes.u32(header, true) + 4 * colours;
  return pixels + rowLength(width, bitsPerPixel) * height;
}

function rowLength(width: number, bitsPerPixel: number): number {
  return Math.ceil((width * bitsPerPixel) / 32) * 4;
}

/** Rows that a run-length encoded picture has, or says that it does without. */
function rowsOfRuns(bytes: Bytes, start: number, width: number, bitsPerPixel: number): number {
  let rows = 0;
  let columns = 0;
  for (let at = start; at + 2 <= bytes.length; ) {
    const [count, code] = [bytes.u8(at), bytes.u8(at + 1)];
    at += 2;
    if (count > 0) columns += count;
    else if (code === 1) break;
    else if (code === 0) {
      rows++;
      columns = 0;
    } else if (code === 2) {
      if (at + 2 > bytes.length) break;
      columns += bytes.u8(at);
      rows += bytes.u8(at + 1);
      at += 2;
    } else {
      at += 2 * Math.ceil((code * bitsPerPixel) / 16);
      if (at > bytes.length) break;
      columns += code;
    }
  }
  return columns >= width ? rows + 1 : rows;
}
