import { type Bytes, concatBytes } from './bytes';
import { crc32 } from './crc32';
import { orientationIn } from './exif';
import { type ImageFacts, type Turn, UNKNOWN_FACTS } from './facts';

/** `start` to `end` is its data; four bytes of checksum follow. May lie beyond the end of the file. */
export interface PngChunk {
  type: string;
  start: number;
  end: number;
}

/** The chunks of a PNG up to its end, or as far as the file goes. */
export function* pngChunks(bytes: Bytes): Generator<PngChunk> {
  for (let at = 8; at + 8 <= bytes.length; ) {
    const type = bytes.text(at + 4, 4);
    const start = at + 8;
    const end = start + bytes.u32(at);
    yield { type, start, end };
    if (type === 'IEND') return;
    at = end + 4;
  }
}

/** A chunk as it stands in a file, but for its length, which stands before it. */
export function typeToChecksum(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const named = concatBytes([Uint8Array.from(type, (char) => char.charCodeAt(0)), data]);
  const checksum = new DataView(new ArrayBuffer(4));
  checksum.setUint32(0, crc32(named));
  return concatBytes([named, new Uint8Array(checksum.buffer)]);
}

/** @throws RangeError when the header itself is cut off. */
export function readPng(bytes: Bytes): ImageFacts {
  const facts: ImageFacts = {
    ...UNKNOWN_FACTS,
    size: { width: bytes.u32(16), height: bytes.u32(20) },
    depth: bytes.u8(24),
    inPasses: bytes.u8(28) === 1,
    cutOff: true,
    openEnd: true,
  };
  for (const { type, start, end } of pngChunks(bytes)) {
    if (type === 'IDAT') facts.cutOff = false;
    if (end + 4 > bytes.length) break;
    if (type === 'acTL') facts.animated = true;
    if (type === 'eXIf' && !facts.turn) facts.turn = turnIn(bytes, start, end);
    if (type === 'IEND') facts.openEnd = false;
  }
  return facts;
}

/** Some browsers leave a PNG as it lies, whatever its Exif chunk says. */
function turnIn(bytes: Bytes, start: number, end: number): Turn | null {
  const tag = orientationIn(bytes, start, end);
  if (!tag) return null;
  const data = bytes.data.slice(start, end);
  data.set(tag.upright, tag.at - start);
  return { orientation: tag.orientation, at: start - 4, bytes: typeToChecksum('eXIf', data) };
}
