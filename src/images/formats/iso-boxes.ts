import type { Bytes } from './bytes';

/** A box of an ISO media file: `start` to `end` is its contents. May lie beyond the file's end. */
export interface IsoBox {
  type: string;
  start: number;
  end: number;
}

/** The boxes that follow each other between two places. */
export function boxes(bytes: Bytes, from: number, to: number): IsoBox[] {
  const found: IsoBox[] = [];
  let at = from;
  while (at + 8 <= to) {
    const short = bytes.u32(at);
    const header = short === 1 ? 16 : 8;
    if (at + header > to) break;
    const length = short === 1 ? bytes.u64(at + 8) : short === 0 ? to - at : short;
    if (length < header) break;
    found.push({ type: bytes.text(at + 4, 4), start: at + header, end: at + length });
    at += length;
  }
  return found;
}

/** The boxes in a box, behind `header` bytes of its own. */
export function boxesIn(bytes: Bytes, parent: IsoBox, header = 0): IsoBox[] {
  return boxes(bytes, parent.start + header, Math.min(parent.end, bytes.length));
}
