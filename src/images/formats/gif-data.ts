import type { Bytes } from './bytes';
import { firstFrame, subBlocks } from './gif';
import type { PictureState } from './state';

/** Codes have up to twelve bits. */
const MOST_CODES = 4096;
const LONGEST = 12;

/** Whether the codes of a GIF's first frame stand for all of its pixels (GIF89a, appendix F). */
export function gifState(bytes: Bytes): PictureState {
  const frame = firstFrame(bytes);
  if (!frame) return 'cut-off';
  const short = bytes.u8(frame.data);
  if (short < 1 || short >= LONGEST) return 'unclear';
  const needed = frame.width * frame.height;
  const clear = 1 << short;
  const end = clear + 1;
  // Pixels that each code stands for; those of the table's beginning stand for one.
  const lengths = new Uint16Array(MOST_CODES).fill(1);
  let next = end + 1;
  let size = short + 1;
  let before = 0;
  let pixels = 0;
  let held = 0;
  let count = 0;
  for (const block of subBlocks(bytes, frame.data + 1)) {
    const last = Math.min(block + bytes.u8(block), bytes.length - 1);
    for (let at = block + 1; at <= last; at++) {
      held |= bytes.u8(at) << count;
      count += 8;
      while (count >= size) {
        const code = held & ((1 << size) - 1);
        held >>>= size;
        count -= size;
        if (code === end) return pixels >= needed ? 'whole' : 'unclear';
        if (code === clear) {
          next = end + 1;
          size = short + 1;
          before = 0;
          continue;
        }
        if (code > next || (code === next && before === 0)) return 'unclear';
        const length = code === next ? before + 1 : (lengths[code] ?? 1);
        if (before > 0 && next < MOST_CODES) {
          lengths[next++] = before + 1;
          if (next === 1 << size && size < LONGEST) size++;
        }
        before = length;
        pixels += length;
        if (pixels >= needed) return 'whole';
      }
    }
  }
  return 'cut-off';
}
