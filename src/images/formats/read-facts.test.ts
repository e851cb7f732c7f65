import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it, test } from 'vitest';
import type { ImageFormat } from '../../vocabulary/images';
import { Bytes } from './bytes';
import type { ImageFacts } from './facts';
import { identify } from './identify';
import { pictureState } from './picture-state';
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
  [
    'progressive JPEG',
    'JPEG',
    { inPasses: true },
    () => picture().jpeg({ progressive: true }).toBuffer(),
  ],
  ['CMYK JPEG', 'JPEG', { cmyk: true }, () => picture().toColourspace('cmyk').jpeg().toBuffer()],
  ['GIF', 'GIF', {}, () => picture().gif().toBuffer()],
  ['animated GIF', 'GIF', { animated: true }, async () => (await animation()).gif().toBuffer()],
  ['WebP', 'WebP', {}, () => picture().webp().toBuffer()],
  ['lossless WebP', 'WebP', {}, () => picture().webp({ lossless: true }).toBuffer()],
  ['animated WebP', 'WebP', { animated: true }, async () => (await animation()).webp().toBuffer()],
  ['AVIF', 'AVIF', {}, () => picture().avif({ effort: 0 }).toBuffer()],
  ['BMP', 'BMP', {}, async () => bitmap()],
];

/** Bytes at the end of a file that its picture does without. */
const BEHIND: Partial<Record<ImageFormat, number>> = { PNG: 20, JPEG: 2, GIF: 3 };

describe.each(SAMPLES)('%s', (_, format, special, make) => {
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
      inPasses: false,
      turn: null,
      ...special,
    });
  });

  it('is found cut off, wherever it is cut', () => {
    const isTaken = (kept: Buffer) => {
      const { cutOff, openEnd } = readFacts(format, kept);
      return !cutOff && (!openEnd || pictureState(format, new Bytes(kept)) === 'whole');
    };
    // Of an animation the first frame is enough; here it takes up almost half of the file.
    const [needed, enough] = special.animated
      ? [0.4 * file.length, 0.6 * file.length]
      : [file.length - 40, file.length - (BEHIND[format] ?? 0)];
    for (let kept = 20; kept < needed; kept += 97) {
      expect(isTaken(file.subarray(0, kept)), `${kept} bytes`).toBe(false);
    }
    expect(isTaken(file.subarray(0, Math.floor(needed)))).toBe(false);
    for (let kept = Math.ceil(enough); kept <= file.length; kept++) {
      expect(isTaken(file.subarray(0, kept)), `${kept} of ${file.length}`).toBe(true);
    }
  });

  it('may be followed by something else', () => {
    const longer = Buffer.concat([file, Buffer.from('\xff\xd8 and so on', 'latin1')]);
    expect(readFacts(format, longer)).toMatchObject({ cutOff: false, openEnd: false });
  });
});

describe('JPEG', () => {
  it('does not take the end of its thumbnail for its own', async () => {
    const whole = await picture().jpeg().toBuffer();
    const thumbnail = await picture().resize(20).jpeg().toBuffer();
    const header = Buffer.from([0xff, 0xe1, 0, 0]);
    header.writeUInt16BE(thumbnail.length + 2, 2);
    const file = Buffer.concat([whole.subarray(0, 2), header, thumbnail, whole.subarray(2)]);
    expect(readFacts('JPEG', file)).toMatchObject({ size: { width: 90 }, cutOff: false });
    expect(readFacts('JPEG', file.subarray(0, file.length - 9)).openEnd).toBe(true);
    expect(readFacts('JPEG', file.subarray(0, thumbnail.length + 8)).cutOff).toBe(true);
  });
});

test.each(['WebP', 'PNG'] as const)('a %s says how it has to be turned', async (format) => {
  const turnOf = (file: Buffer) => readFacts(format, file).turn;
  const lying = (orientation: number) =>
    picture()
      .withMetadata({ orientation })
      .toFormat(format === 'PNG' ? 'png' : 'webp')
      .toBuffer();
  for (const orientation of [2, 3, 4, 5, 6, 7, 8]) {
    const file = await lying(orientation);
    const turn = turnOf(file);
    expect(turn?.orientation).toBe(orientation);
    if (!turn) continue;
    file.set(turn.bytes, turn.at);
    expect(turnOf(file)).toBeNull();
    expect((await sharp(file, { failOn: 'warning' }).metadata()).orientation).toBe(1);
    await sharp(file, { failOn: 'warning' }).stats();
  }
  expect(turnOf(await lying(1))).toBeNull();
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
