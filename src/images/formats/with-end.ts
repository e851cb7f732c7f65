import type { ImageFormat } from '../../vocabulary/images';
import { type Bytes, concatBytes } from './bytes';
import { firstFrame, subBlocks } from './gif';
import { pngChunks, typeToChecksum } from './png';
import { webpChunks } from './webp';

/**
 * A file whose picture is whole and whose end is open, with the end that browsers want to see. What
 * stands before its picture stays where it is.
 * @returns the parts of the new file, in order.
 */
export function withEnd(format: ImageFormat, bytes: Bytes): Uint8Array<ArrayBuffer> {
  switch (format) {
    case 'JPEG':
      return concatBytes([bytes.data, new Uint8Array([0xff, 0xd9])]);
    case 'PNG':
      return pngWithEnd(bytes);
    case 'GIF':
      return gifWithEnd(bytes);
    case 'WebP':
      return webpWithEnd(bytes);
    default:
      return concatBytes([bytes.data]);
  }
}

/** Its last chunk is closed where it is part of the picture, and left out elsewhere. */
function pngWithEnd(bytes: Bytes): Uint8Array<ArrayBuffer> {
  const end = chunk('IEND', new Uint8Array());
  let kept = 0;
  for (const { type, start, end: endOfData } of pngChunks(bytes)) {
    if (endOfData + 4 <= bytes.length) kept = endOfData + 4;
    else if (type === 'IDAT') {
      const before = bytes.data.subarray(0, start - 8);
      return concatBytes([before, chunk(type, bytes.data.subarray(start, endOfData)), end]);
    }
  }
  return concatBytes([bytes.data.subarray(0, kept), end]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, data.length);
  return concatBytes([new Uint8Array(length.buffer), typeToChecksum(type, data)]);
}

function gifWithEnd(bytes: Bytes): Uint8Array<ArrayBuffer> {
  const frame = firstFrame(bytes);
  let last = bytes.length;
  if (frame) for (const at of subBlocks(bytes, frame.data + 1)) last = at;
  const data = bytes.data.subarray(last + 1, last + 256);
  const block = data.length > 0 ? concatBytes([new Uint8Array([data.length]), data]) : data;
  return concatBytes([bytes.data.subarray(0, last), block, new Uint8Array([0, 0x3b])]);
}

/** Chunks that are whole stay, and the file's length is told anew. */
function webpWithEnd(bytes: Bytes): Uint8Array<ArrayBuffer> {
  let kept = 0;
  for (const { end } of webpChunks(bytes)) if (end <= bytes.length) kept = end;
  const file = concatBytes([bytes.data.subarray(0, kept), new Uint8Array(kept % 2)]);
  new DataView(file.buffer).setUint32(4, file.length - 8, true);
  return file;
}
