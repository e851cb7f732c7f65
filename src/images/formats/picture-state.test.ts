import sharp, { type PngOptions, type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import type { ImageFormat } from '../../vocabulary/images';
import { Bytes } from './bytes';
import { firstFrame, subBlocks } from './gif';
import { pictureState } from './picture-state';
import { pngChunks, typeToChecksum } from './png';
import { readFacts } from './read-facts';
import { withEnd } from './with-end';

const stateOf = (format: ImageFormat, file: Uint8Array) => pictureState(format, new Bytes(file));

/** Noise over a slope. */
function scene(width: number, height: number, channels: 1 | 2 | 3 | 4 = 3): Sharp {
  const pixels = Buffer.alloc(channels * width * height);
  for (let i = 0, seed = 7; i < pixels.length; i++) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    pixels[i] = ((i / pixels.length) * 160 + ((seed >>> 16) % 96)) & 255;
  }
  return sharp(pixels, { raw: { width, height, channels } });
}

/** The same file with only a share of its picture's data, and an end behind it. */
function mendedPng(file: Uint8Array, share: number): Buffer {
  const bytes = new Bytes(file);
  const data = Buffer.concat(
    [...pngChunks(bytes)]
      .filter(({ type }) => type === 'IDAT')
      .map(({ start, end }) => file.subarray(start, end)),
  );
  const kept = data.subarray(0, Math.floor(share * data.length));
  const [first] = [...pngChunks(bytes)].filter(({ type }) => type === 'IDAT');
  return Buffer.concat([
    file.subarray(0, (first?.start ?? 0) - 8),
    lengthOf(kept),
    typeToChecksum('IDAT', kept),
    lengthOf(Buffer.alloc(0)),
    typeToChecksum('IEND', Buffer.alloc(0)),
  ]);
}

function lengthOf(data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return length;
}

const PNGS: [name: string, make: (width: number, height: number) => Sharp, options: PngOptions][] =
  [
    ['colours', (w, h) => scene(w, h), {}],
    ['with an alpha channel', (w, h) => scene(w, h, 4), {}],
    ['grey', (w, h) => scene(w, h, 1), {}],
    ['grey with alpha', (w, h) => scene(w, h, 2), {}],
    ['16 bits', (w, h) => scene(w, h).toColourspace('rgb16'), {}],
    ['16 bits, grey', (w, h) => scene(w, h, 1).toColourspace('grey16'), {}],
    ['of 256 colours', (w, h) => scene(w, h), { palette: true }],
    ['of 16 colours', (w, h) => scene(w, h), { palette: true, colours: 16 }],
    ['of 4 colours', (w, h) => scene(w, h), { palette: true, colours: 4 }],
    ['of 2 colours', (w, h) => scene(w, h), { palette: true, colours: 2 }],
  ];

describe.each(PNGS)('PNG, %s', (_, make, options) => {
  test.each([true, false])('interlaced: %s', async (progressive) => {
    for (const [width, height] of [
      [64, 48],
      [101, 75],
      [9, 3],
      [8, 40],
    ] as const) {
      const file = await make(width, height)
        .png({ ...options, progressive, adaptiveFiltering: true })
        .toBuffer();
      expect(stateOf('PNG', file)).toBe('whole');
      for (const share of [0, 0.2, 0.4, 0.6]) {
        const mended = mendedPng(file, share);
        expect(readFacts('PNG', mended)).toMatchObject({ cutOff: false, openEnd: false });
        expect(stateOf('PNG', mended), `${share} of ${width} × ${height}`).toBe('cut-off');
      }
    }
  });
});

test('a PNG whose data was changed is not called cut off', async () => {
  const file = await scene(64, 48).png().toBuffer();
  const data = file.indexOf('IDAT') + 4;
  file[data] = 0x79;
  expect(stateOf('PNG', file)).toBe('unclear');
  // A block of the fourth of three kinds.
  file.set([0x78, 0x9c, 7], data);
  expect(stateOf('PNG', file)).toBe('unclear');
});

/** The same file with fewer bytes of codes, and an end behind them. */
function mendedGif(file: Uint8Array, missing: number): Buffer {
  const bytes = new Bytes(file);
  const data = (firstFrame(bytes)?.data ?? 0) + 1;
  const codes = Buffer.concat(
    [...subBlocks(bytes, data)].map((at) => file.subarray(at + 1, at + 1 + bytes.u8(at))),
  );
  const kept = codes.subarray(0, codes.length - missing);
  const blocks: Buffer[] = [];
  for (let at = 0; at < kept.length; at += 255) {
    const block = kept.subarray(at, at + 255);
    blocks.push(Buffer.from([block.length]), block);
  }
  return Buffer.concat([file.subarray(0, data), ...blocks, Buffer.from([0, 0x3b])]);
}

test.each([2, 3, 16, 256])('GIF of %i colours', async (colours) => {
  for (const interlaced of [true, false]) {
    const file = await scene(101, 75).gif({ colours, progressive: interlaced }).toBuffer();
    expect(stateOf('GIF', file)).toBe('whole');
    expect(stateOf('GIF', mendedGif(file, 0))).toBe('whole');
    for (const missing of [5, 50, 300]) {
      const mended = mendedGif(file, missing);
      expect(readFacts('GIF', mended)).toMatchObject({ cutOff: false, openEnd: false });
      expect(stateOf('GIF', mended), `${missing} bytes`).toBe('cut-off');
    }
  }
});

describe('a picture that is whole gets the end that is missing', () => {
  const CASES: [ImageFormat, missing: number[], () => Promise<Buffer>][] = [
    ['JPEG', [1, 2], () => scene(80, 60).jpeg().toBuffer()],
    ['PNG', [1, 6, 8, 12, 14, 16], () => scene(80, 60).png().toBuffer()],
    ['GIF', [2, 3], () => scene(80, 60).gif().toBuffer()],
    // Exif behind the picture.
    ['WebP', [1, 9, 30], () => scene(80, 60).withMetadata({ orientation: 6 }).webp().toBuffer()],
  ];
  test.each(CASES)('%s', async (format, missing, make) => {
    const file = await make();
    const pixels = await sharp(file).raw().toBuffer();
    for (const count of missing) {
      const open = file.subarray(0, -count);
      expect(readFacts(format, open)).toMatchObject({ cutOff: false, openEnd: true });
      expect(stateOf(format, open)).toBe('whole');
      const ended = withEnd(format, new Bytes(open));
      expect(readFacts(format, ended)).toMatchObject({ cutOff: false, openEnd: false });
      const again = await sharp(ended, { failOn: 'truncated' }).raw().toBuffer();
      expect(again.equals(pixels), `without ${count} bytes`).toBe(true);
    }
  });
});
