import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { ImageFormat } from '../../vocabulary/images';
import { readFacts } from './read-facts';

/** Formats whose picture is whole when what their header lists is in the file. */

const isCut = (format: ImageFormat, file: Uint8Array) => readFacts(format, file).cutOff;
const picture = (side = 32) =>
  sharp({ create: { width: side, height: side, channels: 3, background: 'teal' } });

/** A BMP of 8 × 4 pixels in 256 colours, run-length encoded. */
function runs(...data: number[]): Buffer {
  const header = Buffer.alloc(54);
  header.write('BM');
  header.writeUInt32LE(54, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(8, 18);
  header.writeInt32LE(4, 22);
  header.writeUInt16LE(8, 28);
  header.writeUInt32LE(1, 30);
  return Buffer.concat([header, Buffer.from(data)]);
}

test('a run-length encoded BMP needs all of its rows', () => {
  const row = [8, 1, 0, 0];
  const spelt = [0, 5, 1, 2, 3, 4, 5, 0, 3, 9, 0, 0];
  const END = [0, 1];
  expect(isCut('BMP', runs(...row, ...spelt, ...row, ...row, ...END))).toBe(false);
  expect(isCut('BMP', runs(...row, ...row, ...row, 8, 1, ...END))).toBe(false);
  expect(isCut('BMP', runs(...row, ...row, ...row, 8, 1))).toBe(false);
  // The rows between are left as they are.
  expect(isCut('BMP', runs(...row, 0, 2, 0, 2, ...row, ...END))).toBe(false);
  expect(isCut('BMP', runs(...row, ...row, ...row, 4, 1))).toBe(true);
  expect(isCut('BMP', runs(...row, ...row, ...END))).toBe(true);
  expect(isCut('BMP', runs(...row, ...row, ...row, 0, 8, 1, 2, 3))).toBe(true);
});

/** An icon of one picture. */
function icon(data: Buffer): Buffer {
  const header = Buffer.from([
    0, 0, 1, 0, 1, 0, 32, 32, 0, 0, 1, 0, 24, 0, 0, 0, 0, 0, 22, 0, 0, 0,
  ]);
  header.writeUInt32LE(data.length, 14);
  return Buffer.concat([header, data]);
}

test('an icon needs all of its largest picture', async () => {
  const png = await picture().png().toBuffer();
  expect(readFacts('icon', icon(png)).size).toEqual({ width: 32, height: 32 });
  expect(isCut('icon', icon(png))).toBe(false);
  expect(isCut('icon', icon(png).subarray(0, -30))).toBe(true);
  expect(isCut('icon', icon(png.subarray(0, -30)))).toBe(true);
  const rows = Buffer.alloc(40 + 32 * 96 + 32 * 4);
  rows.writeUInt32LE(40, 0);
  rows.writeInt32LE(32, 4);
  rows.writeInt32LE(64, 8);
  rows.writeUInt16LE(24, 14);
  expect(readFacts('icon', icon(rows)).size).toEqual({ width: 32, height: 32 });
  expect(isCut('icon', icon(rows))).toBe(false);
  // Some leave out the mask that follows.
  expect(isCut('icon', icon(rows.subarray(0, 40 + 32 * 96)))).toBe(false);
  expect(isCut('icon', icon(rows.subarray(0, 39 + 32 * 96)))).toBe(true);
  expect(isCut('icon', icon(rows).subarray(0, 15))).toBe(true);
});

test('an AVIF needs what its list of items says, whatever its boxes say', async () => {
  const file = await picture(64).avif({ effort: 0 }).toBuffer();
  const data = file.indexOf('mdat') - 4;
  const closed = (cut: Buffer) => {
    const mended = Buffer.from(cut);
    mended.writeUInt32BE(cut.length - data, data);
    return mended;
  };
  for (const format of ['AVIF', 'HEIC'] as const) {
    expect(isCut(format, file)).toBe(false);
    expect(isCut(format, closed(file.subarray(0, -6)))).toBe(true);
    expect(isCut(format, file.subarray(0, data + 8))).toBe(true);
    expect(isCut(format, file.subarray(0, data - 20))).toBe(true);
    expect(isCut(format, Buffer.concat([file, Buffer.from('garbage of any length')]))).toBe(false);
    expect(isCut(format, Buffer.concat([file, Buffer.alloc(500)]))).toBe(false);
  }
  // Exif behind the picture is no part of it.
  const told = await picture(64).withMetadata({ orientation: 6 }).avif({ effort: 0 }).toBuffer();
  expect(isCut('AVIF', told.subarray(0, -8))).toBe(false);
});
