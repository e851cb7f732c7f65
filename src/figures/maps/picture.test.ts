import { expect, test } from 'vitest';
import { type Drawing, USUAL_DRAWING } from './opacity';
import { EVIDENCE_AGAINST, EVIDENCE_FOR, queryColours, type Rgb } from './palette';
import { type MapSource, paintingTime, paintPicture, scaleFor } from './picture';

const grid = { height: 1, width: 2 };
const flat: Drawing = { smooth: false, opacity: 'proportional' };

function pixels(subject: MapSource, scale: number, drawing: Drawing) {
  const picture = paintPicture({ subject, grid, scale, drawing });
  return Array.from({ length: picture.width * picture.height }, (_, i) => [
    ...picture.pixels.subarray(4 * i, 4 * i + 4),
  ]);
}

test('per patch, a patch is one flat square', () => {
  const [first, second] = queryColours(2) as [Rgb, Rgb];
  const subject: MapSource = {
    kind: 'joint',
    weights: new Float32Array([1, 0, 0.5, 0.5]),
    queries: 2,
    colours: [first, second],
  };
  // The uniform weight is ½, so full opacity is at four times that.
  const [a, b] = [
    [...first, 128],
    [...second, 64],
  ];
  expect(pixels(subject, 2, flat)).toEqual([a, a, b, b, a, a, b, b]);
  expect(pixels(subject, 1, flat)).toEqual([a, b]);
});

test('evidence passes through nothing on its way from for to against', () => {
  const subject: MapSource = { kind: 'evidence', values: new Float32Array([2, -2]), peak: 2 };
  expect(pixels(subject, 2, flat)[1]).toEqual([...EVIDENCE_FOR, 255]);
  const smooth = pixels(subject, 4, { smooth: true, opacity: 'proportional' }).slice(0, 8);
  expect(smooth.map((pixel) => pixel[3])).toEqual([255, 255, 191, 64, 64, 191, 255, 255]);
  expect(smooth[3]?.slice(0, 3)).toEqual([...EVIDENCE_FOR]);
  expect(smooth[4]?.slice(0, 3)).toEqual([...EVIDENCE_AGAINST]);
});

test('a query without a peak leaves the photo alone', () => {
  const subject: MapSource = {
    kind: 'query',
    weights: new Float32Array([0.5, 0.5]),
    colour: [1, 2, 3],
  };
  const alphas = pixels(subject, 3, USUAL_DRAWING).map((pixel) => pixel[3]);
  expect(alphas).toEqual(new Array(18).fill(0));
});

test('many small patches cost about as much as few large ones, and many maps more', () => {
  const time = (side: number, queries: number) =>
    paintingTime({
      subject: { kind: 'joint', weights: new Float32Array(), queries, colours: [] },
      grid: { height: side, width: side },
      scale: scaleFor({ height: side, width: side }, 224),
      drawing: USUAL_DRAWING,
    });
  expect(scaleFor({ height: 14, width: 14 }, 224)).toBe(16);
  expect(time(37, 8) / time(14, 8)).toBeCloseTo(1, 1);
  expect(time(37, 64)).toBeGreaterThan(3 * time(37, 8));
});
