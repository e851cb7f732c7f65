import type { Bytes } from './bytes';
import { type OrientationTag, orientationIn } from './exif';
import { type ImageFacts, UNKNOWN_FACTS } from './facts';

const ANIMATION_FLAG = 0x02;

/** @throws RangeError when the header itself is cut off. */
export function readWebp(bytes: Bytes): ImageFacts {
  const facts = { ...UNKNOWN_FACTS, cutOff: bytes.u32(4, true) + 8 > bytes.length };
  switch (bytes.text(12, 4)) {
    case 'VP8X':
      return {
        ...facts,
        size: { width: bytes.u24le(24) + 1, height: bytes.u24le(27) + 1 },
        animated: (bytes.u8(20) & ANIMATION_FLAG) !== 0,
        turn: orientationOf(bytes),
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

/** Browsers leave a WebP as it lies, whatever its Exif chunk says; viewers and phones turn it. */
function orientationOf(bytes: Bytes): OrientationTag | null {
  for (let at = 12; at + 8 <= bytes.length; ) {
    const start = at + 8;
    const length = bytes.u32(at + 4, true);
    if (bytes.has(at, 'EXIF')) {
      return orientationIn(bytes, start, Math.min(start + length, bytes.length));
    }
    at = start + length + (length % 2);
  }
  return null;
}
