import { deflateSync } from 'node:zlib';
import { crc32 } from '../images/formats/crc32';
import { seededRandom } from '../numbers/random';
import type { ImageFormat } from '../vocabulary/images';
import { type WholePicture, wholePictures } from './whole-pictures';

/** What was done to a picture. */
export type Harm = keyof typeof HARMS;

export interface HostileFile {
  name: string;
  bytes: Buffer;
  /** What it was made from; null for what never was a picture. */
  from: WholePicture | null;
  harm: Harm | 'no picture' | 'bomb';
}

/** Numbers of one seed. */
class Chance {
  constructor(private readonly random: () => number) {}

  below(end: number): number {
    return Math.floor(this.random() * end);
  }

  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.below(256)));
  }
}

/**
 * Files that people may well have: pictures that were cut, changed, lied about and wrongly named,
 * polyglots, bombs, and what is no picture at all. The same for the same seed.
 */
export async function hostilePictures(seed: number, count: number): Promise<HostileFile[]> {
  const chance = new Chance(seededRandom(seed));
  const whole = await wholePictures();
  const harms = Object.keys(HARMS) as Harm[];
  return Array.from({ length: count }, (_, index): HostileFile => {
    const name = (ending: string) => `hostile-${seed}-${index}.${ending}`;
    const kind = chance.below(20);
    if (kind === 0) {
      const bytes = chance.of(NO_PICTURES)(chance);
      return { name: name(chance.of(whole).ending), bytes, from: null, harm: 'no picture' };
    }
    if (kind === 1) {
      const [ending, bytes] = chance.of(BOMBS)(chance, whole);
      return { name: name(ending), bytes, from: null, harm: 'bomb' };
    }
    // In turn, so that each is done to each of them sooner or later.
    const from = whole[index % whole.length] as WholePicture;
    const harm = chance.of(harms);
    const ending = harm === 'wrong name' ? chance.of(whole).ending : from.ending;
    return { name: name(ending), bytes: HARMS[harm](from, chance, whole), from, harm };
  });
}

type Harmed = (picture: WholePicture, chance: Chance, all: readonly WholePicture[]) => Buffer;

const HARMS = {
  cut: ({ bytes }, chance) => bytes.subarray(0, chance.below(bytes.length)),
  'cut near its end': ({ bytes }, chance) => bytes.subarray(0, -1 - chance.below(24)),
  'cut, with an end': (picture, chance) => mended(picture, chance.below(picture.bytes.length)),
  'bits flipped': ({ bytes }, chance) => {
    const flipped = Buffer.from(bytes);
    for (let times = 1 + chance.below(12); times > 0; times--) {
      const at = chance.below(flipped.length);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << chance.below(8)), at);
    }
    return flipped;
  },
  'zeros in it': ({ bytes }, chance) => {
    const [from, to] = [chance.below(bytes.length), chance.below(bytes.length)];
    return Buffer.from(bytes).fill(0, Math.min(from, to), Math.max(from, to));
  },
  'noise in it': ({ bytes }, chance) => {
    const noisy = Buffer.from(bytes);
    noisy.set(chance.bytes(Math.min(64, bytes.length)), chance.below(bytes.length - 64));
    return noisy;
  },
  // Most headers keep their lengths there.
  'a length that lies': ({ bytes }, chance) => {
    const lying = Buffer.from(bytes);
    const at = chance.below(Math.min(bytes.length - 4, 160));
    lying.writeUInt32BE(chance.of([0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0xffff]), at);
    return lying;
  },
  'bytes lost': ({ bytes }, chance) => {
    const at = chance.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + chance.below(9))]);
  },
  'bytes put in': ({ bytes }, chance) => {
    const at = chance.below(bytes.length);
    const more = chance.bytes(1 + chance.below(9));
    return Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
  },
  'two halves': ({ bytes }, chance, all) => {
    const other = chance.of(all).bytes;
    return Buffer.concat([bytes.subarray(0, bytes.length / 2), other.subarray(other.length / 2)]);
  },
  'wrong name': ({ bytes }) => bytes,
  'something behind it': ({ bytes }, chance, all) =>
    Buffer.concat([
      bytes,
      chance.of([
        () => chance.bytes(1 + chance.below(500)),
        () => Buffer.alloc(1 + chance.below(5000)),
        () => chance.of(all).bytes,
        () => Buffer.from('PK\x03\x04 <html><script>alert(1)</script></html>'),
      ])(),
    ]),
} satisfies Record<string, Harmed>;

/** Cut after so many bytes, with the end that recovery tools put behind. */
function mended({ format, bytes }: WholePicture, kept: number): Buffer {
  const cut = Buffer.from(bytes.subarray(0, kept));
  switch (format) {
    case 'JPEG':
      return Buffer.concat([cut, Buffer.from([0xff, 0xd9])]);
    case 'GIF':
      return Buffer.concat([cut, Buffer.from([0, 0x3b])]);
    case 'PNG':
      return mendedPng(cut);
    case 'WebP':
      return mendedWebp(cut);
    case 'SVG':
      return Buffer.concat([cut, Buffer.from('</svg>')]);
    default:
      // The file's length, where the header tells it.
      if (format === 'BMP' && cut.length >= 6) cut.writeUInt32LE(cut.length, 2);
      return cut;
  }
}

function mendedPng(cut: Buffer): Buffer {
  let at = 8;
  while (at + 12 <= cut.length && at + 12 + cut.readUInt32BE(at) <= cut.length) {
    at += 12 + cut.readUInt32BE(at);
  }
  const type = cut.toString('latin1', at + 4, at + 8);
  const last = type === 'IDAT' ? pngChunk(type, cut.subarray(at + 8)) : Buffer.alloc(0);
  return Buffer.concat([cut.subarray(0, at), last, pngChunk('IEND', Buffer.alloc(0))]);
}

function mendedWebp(cut: Buffer): Buffer {
  if (cut.length < 20) return cut;
  cut.writeUInt32LE(cut.length - 8, 4);
  for (let at = 12; at + 8 <= cut.length; ) {
    const length = cut.readUInt32LE(at + 4);
    if (at + 8 + length > cut.length) cut.writeUInt32LE(cut.length - at - 8, at + 4);
    at += 8 + length + (length % 2);
  }
  return cut;
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const NO_PICTURES: readonly ((chance: Chance) => Buffer)[] = [
  () => Buffer.alloc(0),
  (chance) => Buffer.alloc(1 + chance.below(3000)),
  (chance) => chance.bytes(1 + chance.below(3000)),
  () => Buffer.from('Apples, pears and a melon.\n'),
  () => Buffer.from('<!doctype html><html><svg></svg></html>'),
  () => Buffer.from('%PDF-1.7\n%\xe2\xe3', 'latin1'),
  () => Buffer.from('PK\x03\x04\x14\0 holiday.jpg', 'latin1'),
  (chance) => Buffer.concat([chance.of(SIGNATURES), chance.bytes(chance.below(600))]),
  (chance) => chance.of(SIGNATURES),
];

const SIGNATURES = [
  '\x89PNG\r\n\x1a\n',
  '\xff\xd8\xff\xe0',
  'GIF89a',
  'RIFF\xff\0\0\0WEBPVP8 ',
  'RIFF\xff\xff\xff\xffWEBPVP8X',
  'BM\0\0\0\0\0\0\0\0\0\0\0\0\x28\0\0\0',
  '\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf',
  '\0\0\0\x18ftypheic\0\0\0\0mif1heic',
  'II*\0\x08\0\0\0',
  '\0\0\x01\0\x01\0',
  '\0\0\x01\0\xff\xff',
  '\xff\x0a',
  '\0\0\0\x0cJXL \r\n\x87\n',
  '\0\0\0\x0cjP  \r\n\x87\n',
  '8BPS\0\x01',
].map((text) => Buffer.from(text, 'latin1'));

type Bomb = (chance: Chance, all: readonly WholePicture[]) => [ending: string, bytes: Buffer];

/** Small files that say they are large, some of which are. */
const BOMBS: readonly Bomb[] = [
  (chance) => ['png', pngOf(chance.of([20_000, 65_535, 0x7fffffff]), 20_000, Buffer.alloc(64))],
  // Truly so large, all black.
  () => ['png', pngOf(8000, 8000, Buffer.alloc((1 + 8000 / 8) * 8000), 1)],
  () => ['png', pngOf(0, 10, Buffer.alloc(64))],
  (_, all) => ['jpg', withSize(of(all, 'JPEG'), Buffer.from([0xff, 0xc0]), 5, 4)],
  (_, all) => ['gif', withNumber(of(all, 'GIF'), 6, 0xffffffff)],
  (_, all) => ['bmp', withNumber(of(all, 'BMP'), 18, 0x7fffffff)],
  (_, all) => ['bmp', withNumber(of(all, 'BMP'), 22, 0x80000000)],
  (_, all) => ['avif', withSize(of(all, 'AVIF'), Buffer.from('ispe'), 9, 7)],
  () => ['svg', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1e9" height="1"/>`)],
  () => ['svg', Buffer.from(LAUGHS)],
];

/** A document whose entities stand for each other a billion times. */
const LAUGHS = `<!DOCTYPE svg [<!ENTITY a "ha">${[...'bcdefghij']
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`)
  .join('')}]><svg xmlns="http://www.w3.org/2000/svg"><text>&j;</text></svg>`;

function of(all: readonly WholePicture[], format: ImageFormat): Buffer {
  return Buffer.from(all.find((one) => one.format === format)?.bytes ?? []);
}

function withNumber(file: Buffer, at: number, value: number): Buffer {
  file.writeUInt32LE(value, at);
  return file;
}

/** Puts a large number over a size, so many bytes behind a mark. */
function withSize(file: Buffer, mark: Buffer, behind: number, bytes: number): Buffer {
  const at = file.indexOf(mark) + behind;
  return file.fill(0xee, at, at + bytes);
}

function pngOf(width: number, height: number, rows: Buffer, depth = 8): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(depth, 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}
