import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type Pixels, resample } from './resample';

function picture(width: number, height: number, value: (x: number, y: number) => number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      data.fill(value(x, y), (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { data, width, height };
}

const scene = (x: number, y: number) =>
  128 + 60 * Math.sin(x / 5) + 50 * Math.cos(y / 7 + x / 11) + (x > 40 ? 15 : -15);

describe('resample', () => {
  it('changes nothing when the size stays', () => {
    const source = picture(31, 17, scene);
    expect(resample(source, 31, 17).data).toEqual(source.data);
  });

  it('turns a pattern that is too fine into its mean instead of into another pattern', () => {
    const board = picture(700, 700, (x, y) => ((x + y) % 2 === 0 ? 0 : 255));
    const { data } = resample(board, 256, 256);
    // The outermost pixels see only half the filter.
    for (let y = 2; y < 254; y++) {
      for (let x = 2; x < 254; x++) {
        expect(Math.abs((data[(y * 256 + x) * 4] ?? 0) - 127.5)).toBeLessThan(2);
      }
    }
  });

  it('stays opaque and keeps each colour to itself', () => {
    const source = picture(40, 40, () => 0);
    for (let i = 0; i < source.data.length; i += 4) source.data[i] = 200;
    const { data } = resample(source, 23, 57);
    for (let i = 0; i < data.length; i += 4) {
      expect([...data.subarray(i, i + 4)]).toEqual([200, 0, 0, 255]);
    }
  });

  it.each([
    ['bicubic', 'cubic'],
    ['bilinear', 'linear'],
  ] as const)('agrees with an independent %s filter when shrinking', async (filter, kernel) => {
    const source = picture(97, 83, scene);
    const raw = { width: 97, height: 83, channels: 4 } as const;
    const expected = await sharp(Buffer.from(source.data.buffer), { raw })
      .resize(61, 45, { fit: 'fill', kernel })
      .raw()
      .toBuffer();
    const { data } = resample(source, 61, 45, filter);
    const differences = [...data].map((value, i) => Math.abs(value - (expected[i] ?? 0)));
    expect(Math.max(...differences)).toBeLessThanOrEqual(3);
  });

  it('continues a slope exactly when enlarging', () => {
    const { data } = resample(
      picture(20, 20, (x, y) => 10 * x + y),
      50,
      40,
    );
    for (let y = 6; y < 34; y++) {
      for (let x = 6; x < 44; x++) {
        const slope = 10 * ((x + 0.5) * 0.4 - 0.5) + (y + 0.5) * 0.5 - 0.5;
        expect(Math.abs((data[(y * 50 + x) * 4] ?? 0) - slope)).toBeLessThanOrEqual(0.51);
      }
    }
  });
});
