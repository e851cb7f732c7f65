/**
 * Pictures of a fixed head and image, compared pixel by pixel with those stored in `golden/`, so
 * that a change in drawing is seen. `tools/record-inspected.ts` made what they are drawn from. Where
 * a drawing is meant to change, `RECORD_PICTURES=1 npx vitest run src/figures/maps/golden-pictures`
 * stores the new ones: look at them before they are committed.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { attributeLogit, evidenceMap } from '../../analysis/attribution';
import type { InspectedFile } from '../../testing/inspected-file';
import { evidenceFigure, evidencePeak } from './evidence-figure';
import { type Drawing, USUAL_DRAWING } from './opacity';
import { greyForMaps } from './paint';
import { queryColours } from './palette';
import { type Picture, paintPicture } from './picture';

/** Of 255, in any channel of any pixel: rounding, and nothing that could be seen. */
const TOLERANCE = 2;

const directory = path.join(import.meta.dirname, 'golden');
const file = JSON.parse(
  readFileSync(path.join(directory, 'inspected.json'), 'utf8'),
) as InspectedFile;
const { grid, queries } = file;
const patches = grid.height * grid.width;
const attention = floats(file.attention);
const evidence = { queries, patches, weights: floats(file.evidence) };
const colours = queryColours(queries);
const perPatch = { smooth: false, opacity: 'proportional' } as const;
const peak = evidencePeak(evidenceMap(evidence, null));
/** Pixels per patch that make a picture as large as the stored photo. */
const SCALE = 8;

const joint = (drawing: Drawing) =>
  paintPicture({
    subject: { kind: 'joint', weights: attention, queries, colours },
    grid,
    scale: SCALE,
    drawing,
  });

const PICTURES: [name: string, draw: () => Picture][] = [
  ['joint', () => joint(USUAL_DRAWING)],
  ['joint-per-patch', () => joint(perPatch)],
  [
    'query-1',
    () =>
      paintPicture({
        subject: {
          kind: 'query',
          weights: attention.subarray(0, patches),
          colour: colours[0] ?? [0, 0, 0],
        },
        grid,
        scale: SCALE,
        drawing: USUAL_DRAWING,
      }),
  ],
  ['evidence', () => evidenceFigure(evidence, null, peak, grid, SCALE, USUAL_DRAWING)],
  ['evidence-per-patch', () => evidenceFigure(evidence, null, peak, grid, SCALE, perPatch)],
];

let photo: Uint8ClampedArray;
beforeAll(async () => {
  photo = await pixelsOf('photo.png');
  greyForMaps(photo);
});

test.each(PICTURES)('%s is drawn as it was', async (name, draw) => {
  const drawn = over(photo, draw());
  const stored = path.join(directory, `${name}.png`);
  if (process.env.RECORD_PICTURES) {
    const size = { width: grid.width * SCALE, height: grid.height * SCALE, channels: 4 } as const;
    await sharp(drawn, { raw: size }).removeAlpha().png().toFile(stored);
  }
  expect(furthest(drawn, await pixelsOf(`${name}.png`))).toBeLessThanOrEqual(TOLERANCE);
});

test('the comparison sees one step of another drawing', async () => {
  const other = over(photo, joint({ smooth: true, opacity: 'proportional' }));
  expect(furthest(other, await pixelsOf('joint.png'))).toBeGreaterThan(TOLERANCE);
  const paler = evidenceFigure(evidence, null, 1.05 * peak, grid, SCALE, USUAL_DRAWING);
  const stored = await pixelsOf('evidence.png');
  expect(furthest(over(photo, paler), stored)).toBeGreaterThan(TOLERANCE);
});

test('what they are drawn from is an account of the logit', () => {
  const { constant, logit } = file;
  const { total } = attributeLogit({
    ...evidence,
    imageId: '',
    classIndex: 0,
    against: null,
    cls: null,
    constant,
    logit,
  });
  expect(Math.abs(total - logit)).toBeLessThan(1e-4 * Math.abs(logit));
  for (let query = 0; query < queries; query++) {
    const map = attention.subarray(query * patches, (query + 1) * patches);
    expect(map.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
  }
});

function floats(base64: string): Float32Array {
  return new Float32Array(new Uint8Array(Buffer.from(base64, 'base64')).buffer);
}

async function pixelsOf(name: string): Promise<Uint8ClampedArray> {
  const image = sharp(path.join(directory, name)).ensureAlpha();
  return new Uint8ClampedArray(await image.raw().toBuffer());
}

/** As a canvas lays one picture over another. */
function over(below: Uint8ClampedArray, { pixels }: Picture): Uint8ClampedArray {
  return below.map((value, i) => {
    if (i % 4 === 3) return 255;
    const opacity = (pixels[i - (i % 4) + 3] ?? 0) / 255;
    return (1 - opacity) * value + opacity * (pixels[i] ?? 0);
  });
}

function furthest(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  expect(a.length).toBe(b.length);
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? 0))), 0);
}
