import sharp, { type JpegOptions, type Sharp } from 'sharp';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { Bytes } from './bytes';
import { jpegState } from './jpeg-scans';

const END = Buffer.from([0xff, 0xd9]);

/** Noise over a slope, so that every block has coefficients of all kinds. */
function scene(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(3 * width * height);
  for (let i = 0, seed = 7; i < pixels.length; i++) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    pixels[i] = ((i / pixels.length) * 160 + ((seed >>> 16) % 96)) & 255;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

const CASES: [name: string, make: (scene: Sharp) => Sharp, options: JpegOptions][] = [
  ['baseline', (s) => s, {}],
  ['baseline without subsampled colours', (s) => s, { chromaSubsampling: '4:4:4' }],
  ['grey', (s) => s.toColourspace('b-w'), {}],
  ['CMYK', (s) => s.toColourspace('cmyk'), {}],
  ['progressive', (s) => s, { progressive: true }],
  [
    'progressive without subsampled colours',
    (s) => s,
    { progressive: true, chromaSubsampling: '4:4:4' },
  ],
  ['progressive, grey', (s) => s.toColourspace('b-w'), { progressive: true }],
  ['progressive of many scans', (s) => s, { mozjpeg: true }],
  ['of the best quality', (s) => s, { quality: 100, progressive: true }],
  ['of the least quality', (s) => s, { quality: 1, progressive: true }],
];

// Sizes that fill their last blocks, and such that don't.
describe.each(CASES)('%s', (_, make, options) => {
  describe.each([
    [64, 48],
    [101, 75],
    [17, 130],
  ])('%i × %i', (width, height) => {
    let file: Buffer;
    beforeAll(async () => {
      file = await make(scene(width, height)).jpeg(options).toBuffer();
    });

    it('is whole, with its end marker and without', () => {
      expect(stateOf(file)).toBe('whole');
      expect(stateOf(file.subarray(0, -2))).toBe('whole');
      expect(stateOf(Buffer.concat([file, Buffer.from('a film after it')]))).toBe('whole');
    });

    it('is found cut off, also with an end marker behind the cut', () => {
      const picture = dataOf(file);
      for (const share of [0.05, 0.3, 0.6, 0.9]) {
        const cut = file.subarray(0, picture + Math.floor(share * (file.length - picture - 2)));
        expect(stateOf(cut), `${share}`).toBe('cut-off');
      }
      // Of later scans none may have begun: what is there then is a whole picture, only a coarse one.
      const begun = file.subarray(0, picture + 40);
      expect(stateOf(Buffer.concat([begun, END]))).toBe('cut-off');
    });
  });
});

const stateOf = (file: Uint8Array) => jpegState(new Bytes(file));

/** Where the first scan's data begins. */
function dataOf(file: Buffer): number {
  const scan = file.indexOf(Buffer.from([0xff, 0xda]));
  return scan + 2 + file.readUInt16BE(scan + 2);
}

test('half a baseline picture is found, wherever it was cut', async () => {
  const file = await scene(120, 90).jpeg().toBuffer();
  const from = dataOf(file);
  for (let cut = from; cut < file.length - 12; cut += 7) {
    const half = Buffer.concat([file.subarray(0, cut), END]);
    expect(stateOf(half), `cut at ${cut} of ${file.length}`).toBe('cut-off');
  }
});

test('with restart markers between its blocks', async () => {
  // Four grey blocks; each is "no change, no more" (00 1010) in the tables of annex K.
  const grey = sharp({ create: { width: 32, height: 8, channels: 3, background: '#808080' } });
  const file = await grey.toColourspace('b-w').jpeg({ optimiseCoding: false }).toBuffer();
  const head = file.subarray(0, dataOf(file));
  const scan = head.lastIndexOf(Buffer.from([0xff, 0xda]));
  const everyBlock = Buffer.from([0xff, 0xdd, 0, 4, 0, 1]);
  const of = (...data: number[]) =>
    Buffer.concat([
      head.subarray(0, scan),
      everyBlock,
      head.subarray(scan),
      Buffer.from(data),
      END,
    ]);
  const block = 0b0010_1011;
  const whole = of(block, 0xff, 0xd0, block, 0xff, 0xd1, block, 0xff, 0xd2, block);
  expect(stateOf(whole)).toBe('whole');
  expect(stateOf(of(block, 0xff, 0xd0, block, 0xff, 0xd1, block))).toBe('cut-off');
  expect(stateOf(of(block, 0xff, 0xd0, block, 0xff, 0xd1))).toBe('cut-off');
  expect(stateOf(of(block))).toBe('cut-off');
});

test('what is no picture, or is coded otherwise, is not judged', async () => {
  const file = await scene(64, 48).jpeg().toBuffer();
  const arithmetic = Buffer.from(file);
  arithmetic[arithmetic.indexOf(Buffer.from([0xff, 0xc0])) + 1] = 0xc9;
  expect(stateOf(arithmetic)).toBe('unclear');
  const empty = Buffer.from(file);
  empty.fill(
    0,
    empty.indexOf(Buffer.from([0xff, 0xc0])) + 5,
    empty.indexOf(Buffer.from([0xff, 0xc0])) + 9,
  );
  expect(stateOf(empty)).toBe('unclear');
  expect(stateOf(file.subarray(0, 20))).toBe('cut-off');
});

test('a file of some bytes is not believed to be a picture of gigabytes', async () => {
  const file = await scene(64, 48).jpeg({ progressive: true }).toBuffer();
  const huge = Buffer.from(file);
  const frame = huge.indexOf(Buffer.from([0xff, 0xc2]));
  huge.writeUInt16BE(65_500, frame + 5);
  huge.writeUInt16BE(65_500, frame + 7);
  expect(stateOf(huge)).toBe('cut-off');
  // Without the scan that has a bit for every block.
  const scan = huge.indexOf(Buffer.from([0xff, 0xda]));
  const second = huge.indexOf(Buffer.from([0xff, 0xda]), scan + 2);
  expect(stateOf(Buffer.concat([huge.subarray(0, scan), huge.subarray(second)]))).toBe('unclear');
});

test('a broken file of any kind is judged without a crash', async () => {
  const file = await scene(64, 48).jpeg({ progressive: true }).toBuffer();
  let seed = 3;
  for (let trial = 0; trial < 400; trial++) {
    const broken = Buffer.from(file);
    for (let change = 0; change < 3; change++) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      broken[2 + (seed % (broken.length - 2))] = (seed >>> 8) & 255;
    }
    expect(['whole', 'cut-off', 'unclear']).toContain(stateOf(broken));
  }
});
