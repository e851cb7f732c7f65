import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it, test } from 'vitest';
import type { ImageFormat } from '../../vocabulary/images';
import type { ImageFacts } from './facts';
import { identify } from './identify';
import { readFacts } from './read-facts';

const noise = Buffer.from(Array.from({ length: 90 * 60 * 3 }, (_, i) => (i * 7919 + i * i) % 256));
const picture = () => sharp(noise, { raw: { width: 90, height: 60, channels: 3 } });

async function animation(): Promise<Sharp> {
  const frames = await Promise.all(
    [0, 60].map((hue) => picture().modulate({ hue }).png().toBuffer()),
  );
  return sharp(frames, { join: { animated: true } });
}

type Sample = [
  name: string,
  format: ImageFormat,
  facts: Partial<ImageFacts>,
  () => Promise<Buffer>,
];

const SAMPLES: Sample[] = [
  ['PNG', 'PNG', {}, () => picture().png().toBuffer()],
  ['16-bit PNG', 'PNG', { depth: 16 }, () => picture().toColourspace('rgb16').png().toBuffer()],
  ['baseline JPEG', 'JPEG', {}, () => picture().jpeg().toBuffer()],
  ['progressive JPEG', 'JPEG', {}, () => picture().jpeg({ progressive: true }).toBuffer()],
  ['CMYK JPEG', 'JPEG', { cmyk: true }, () => picture().toColourspace('cmyk').jpeg().toBuffer()],
  ['GIF', 'GIF', {}, () => picture().gif().toBuffer()],
  ['animated GIF', 'GIF', { animated: true }, async () => (await animation()).gif().toBuffer()],
  ['WebP', 'WebP', {}, () => picture().webp().toBuffer()],
  ['lossless WebP', 'WebP', {}, () => picture().webp({ lossless: true }).toBuffer()],
  ['animated WebP', 'WebP', { animated: true }, async () => (await animation()).webp().toBuffer()],
  ['AVIF', 'AVIF', {}, () => picture().avif({ effort: 0 }).toBuffer()],
  ['BMP', 'BMP', {}, async () => bitmap()],
];

describe.each(SAMPLES)('%s', (name, format, special, make) => {
  let file: Buffer;
  beforeAll(async () => {
    file = await make();
  });

  it('is read', () => {
    expect(identify(file)).toEqual({ kind: 'image', format });
    expect(readFacts(format, file)).toEqual({
      size: { width: 90, height: 60 },
      depth: 8,
      cmyk: false,
      animated: false,
      cutOff: false,
      openEnd: false,
      turn: null,
      ...special,
    });
  });

  it('is found cut off, wherever it is cut', () => {
    // A GIF's last byte only says that nothing follows. Of an animation the first frame is enough;
    // here it takes up almost half of the file.
    // A JPEG without its end marker has all of its picture.
    const end = file.length - (format === 'JPEG' ? 12 : 2);
    const needed = name === 'animated GIF' ? file.length * 0.4 : end;
    for (let kept = 20; kept < needed; kept += 97) {
      expect(readFacts(format, file.subarray(0, kept)).cutOff, `${kept} bytes`).toBe(true);
    }
    expect(readFacts(format, file.subarray(0, Math.floor(needed))).cutOff).toBe(true);
  });

  it('may be followed by something else', () => {
    const longer = Buffer.concat([file, Buffer.from('\xff\xd8 and so on', 'latin1')]);
    // Boxes follow each other to the end of an AVIF file: there, garbage is a box cut off.
    if (format !== 'AVIF') expect(readFacts(format, longer).cutOff).toBe(false);
  });
});

describe('JPEG', () => {
  it('needs no end marker where its picture is whole', async () => {
    for (const progressive of [false, true]) {
      const file = await picture().jpeg({ progressive }).toBuffer();
      const facts = readFacts('JPEG', file.subarray(0, -2));
      expect(facts).toMatchObject({ cutOff: false, openEnd: true });
      expect(readFacts('JPEG', file.subarray(0, -12))).toMatchObject({
        cutOff: true,
        openEnd: false,
      });
    }
  });

  it('does not take the end of its thumbnail for its own', async () => {
    const whole = await picture().jpeg().toBuffer();
    const thumbnail = await picture().resize(20).jpeg().toBuffer();
    const header = Buffer.from([0xff, 0xe1, 0, 0]);
    header.writeUInt16BE(thumbnail.length + 2, 2);
    const file = Buffer.concat([whole.subarray(0, 2), header, thumbnail, whole.subarray(2)]);
    expect(readFacts('JPEG', file)).toMatchObject({ size: { width: 90 }, cutOff: false });
    expect(readFacts('JPEG', file.subarray(0, file.length - 9)).cutOff).toBe(true);
    expect(readFacts('JPEG', file.subarray(0, thumbnail.length + 8)).cutOff).toBe(true);
  });
});

test('a WebP says how it has to be turned', async () => {
  for (const orientation of [2, 3, 4, 5, 6, 7, 8]) {
    const file = await picture().withMetadata({ orientation }).webp().toBuffer();
    const { turn } = readFacts('WebP', file);
    expect(turn?.orientation).toBe(orientation);
    expect(file.readUInt8((turn?.at ?? 0) + (turn?.littleEndian ? 0 : 1))).toBe(orientation);
  }
  expect(
    readFacts('WebP', await picture().withMetadata({ orientation: 1 }).webp().toBuffer()).turn,
  ).toBeNull();
});

/** A 24-bit BMP, which sharp can't write. */
function bitmap(): Buffer {
  const rowLength = Math.ceil((90 * 3) / 4) * 4;
  const file = Buffer.alloc(54 + rowLength * 60, 99);
  file.fill(0, 0, 54);
  file.write('BM');
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(90, 18);
  file.writeInt32LE(-60, 22);
  file.writeUInt16LE(24, 28);
  return file;
}
