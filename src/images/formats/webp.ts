import type { Bytes } from './bytes';
import { orientationIn } from './exif';
import { type ImageFacts, type Turn, UNKNOWN_FACTS } from './facts';
import type { PictureState } from './state';

const ANIMATION_FLAG = 0x02;

/** `start` to `end` is its data; a byte follows where that is odd. May lie beyond the file's end. */
export interface WebpChunk {
  type: string;
  start: number;
  end: number;
}

/** Those that hold (a frame of) the picture. */
const PICTURE = ['VP8 ', 'VP8L', 'ANMF'];

/** The chunks of a WebP, as far as the file goes. */
export function* webpChunks(bytes: Bytes): Generator<WebpChunk> {
  for (let at = 12; at + 8 <= bytes.length; ) {
    const start = at + 8;
    const end = start + bytes.u32(at + 4, true);
    yield { type: bytes.text(at, 4), start, end };
    at = end + ((end - start) % 2);
  }
}

/** @throws RangeError when the header itself is cut off. */
export function readWebp(bytes: Bytes): ImageFacts {
  const facts = {
    ...UNKNOWN_FACTS,
    cutOff: webpState(bytes) === 'cut-off',
    openEnd: bytes.u32(4, true) + 8 > bytes.length,
  };
  switch (bytes.text(12, 4)) {
    case 'VP8X':
      return {
        ...facts,
        size: { width: bytes.u24le(24) + 1, height: bytes.u24le(27) + 1 },
        animated: (bytes.u8(20) & ANIMATION_FLAG) !== 0,
        turn: turnIn(bytes),
      };
    case 'VP8 ':
      return {
        ...facts,
        size: { width: bytes.u16(26, true) & 0x3fff, height: bytes.u16(28, true) & 0x3fff },
      };
    case 'VP8L': {
      const packed = bytes.u32(21, true);
      return {
        ...facts,
        size: { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 },
      };
    }
    default:
      return facts;
  }
}

/**
 * Whether the (first) picture's chunk is in the file. Whether the chunk itself was cut, and its length
 * mended, browsers find out: its coding can't be read beyond its end.
 */
export function webpState(bytes: Bytes): PictureState {
  for (const { type, end } of webpChunks(bytes)) {
    if (PICTURE.includes(type)) return end > bytes.length ? 'cut-off' : 'whole';
  }
  return 'cut-off';
}

/** Browsers leave a WebP as it lies, whatever its Exif chunk says; viewers and phones turn it. */
function turnIn(bytes: Bytes): Turn | null {
  for (const { type, start, end } of webpChunks(bytes)) {
    if (type !== 'EXIF') continue;
    const tag = orientationIn(bytes, start, Math.min(end, bytes.length));
    return tag && { orientation: tag.orientation, at: tag.at, bytes: tag.upright };
  }
  return null;
}
