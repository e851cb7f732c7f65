import { describe, expect, test } from 'vitest';
import { Bytes } from './bytes';
import { orientationIn } from './exif';

/** A block of Exif data with a width before the orientation. */
function block({
  orientation = 6,
  type = 3,
  count = 1,
  littleEndian = true,
  name = '',
} = {}): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4);
  const u16 = (value: number, at: number) =>
    littleEndian ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const u32 = (value: number, at: number) =>
    littleEndian ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(littleEndian ? 'II' : 'MM');
  u16(42, 2);
  u32(8, 4);
  u16(2, 8);
  u16(0x0100, 10);
  u16(0x0112, 22);
  u16(type, 24);
  u32(count, 26);
  u16(orientation, 30);
  return Buffer.concat([Buffer.from(name, 'latin1'), tiff]);
}

const read = (data: Buffer) => orientationIn(new Bytes(data), 0, data.length);

describe.each([true, false])('little endian: %s', (littleEndian) => {
  test.each([2, 3, 4, 5, 6, 7, 8])('orientation %i, and where it stands', (orientation) => {
    const upright = Uint8Array.from(littleEndian ? [1, 0] : [0, 1]);
    expect(read(block({ orientation, littleEndian }))).toEqual({ orientation, at: 30, upright });
    const named = block({ orientation, littleEndian, name: 'Exif\0\0' });
    expect(read(named)).toEqual({ orientation, at: 36, upright });
  });

  test.each([0, 1, 9, 65535])('%i turns nothing', (orientation) => {
    expect(read(block({ orientation, littleEndian }))).toBeNull();
  });
});

test('what is no number of two bytes, no Exif or cut off turns nothing', () => {
  expect(read(block({ type: 4 }))).toBeNull();
  expect(read(block({ count: 0 }))).toBeNull();
  expect(read(Buffer.from('neither II nor MM, but long enough'))).toBeNull();
  for (let kept = 0; kept < 34; kept++) expect(read(block().subarray(0, kept))).toBeNull();
});

test.each([0, 7, 8, 30, 31, 0xfffffff0])('a directory said to be at %i', (at) => {
  // In the block itself, over its own head, or beyond its end.
  const lost = block();
  lost.writeUInt32LE(at, 4);
  expect(read(lost)?.orientation).toBe(at === 8 ? 6 : undefined);
});

test('more entries than there are bytes, and a directory that is followed by itself', () => {
  const long = block();
  long.writeUInt16LE(65_535, 8);
  long.writeUInt32LE(8, 34);
  expect(read(long)?.orientation).toBe(6);
});
