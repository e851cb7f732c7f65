import { type Bytes, concatBytes } from './bytes';
import { inflatedLength } from './inflated-length';
import { pngChunks } from './png';
import type { PictureState } from './state';

/** Whether the data of a PNG's picture has all of its rows. An animation's first frame is meant. */
export function pngState(bytes: Bytes): PictureState {
  const needed = rowsLength(bytes);
  if (needed === null) return 'unclear';
  const pieces: Uint8Array[] = [];
  for (const { type, start, end } of pngChunks(bytes)) {
    if (type === 'IDAT') pieces.push(bytes.data.subarray(start, end));
  }
  const [first] = pieces;
  const data = first && pieces.length === 1 ? first : concatBytes(pieces);
  const { why } = inflatedLength(data, needed);
  if (why === 'enough') return 'whole';
  return why === 'broken' ? 'unclear' : 'cut-off';
}

/** Channels by colour type (PNG, third edition, §11.2.1). */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** The seven passes of an interlaced picture: where each begins, and its steps (§8.1). */
const PASSES = [
  { x: 0, y: 0, across: 8, down: 8 },
  { x: 4, y: 0, across: 8, down: 8 },
  { x: 0, y: 4, across: 4, down: 8 },
  { x: 2, y: 0, across: 4, down: 4 },
  { x: 0, y: 2, across: 2, down: 4 },
  { x: 1, y: 0, across: 2, down: 2 },
  { x: 0, y: 1, across: 1, down: 2 },
] as const;

const IN_ONE = [{ x: 0, y: 0, across: 1, down: 1 }] as const;

/** Bytes of all rows, each with its filter's number before it; null for what PNG does not have. */
function rowsLength(bytes: Bytes): number | null {
  const [width, height] = [bytes.u32(16), bytes.u32(20)];
  const channels = CHANNELS[bytes.u8(25)];
  if (channels === undefined) return null;
  const bits = bytes.u8(24) * channels;
  const passes = bytes.u8(28) === 1 ? PASSES : IN_ONE;
  let length = 0;
  for (const { x, y, across, down } of passes) {
    const columns = Math.ceil((width - x) / across);
    const rows = Math.ceil((height - y) / down);
    if (columns > 0 && rows > 0) length += rows * (1 + Math.ceil((columns * bits) / 8));
  }
  return length;
}
