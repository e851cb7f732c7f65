import sharp from 'sharp';
import { expect, test } from 'vitest';
import { composeFigure } from './compose-figure';
import type { Figure } from './figure';
import { escaped, figureSvg, type SvgArt } from './figure-svg';

const measure = (text: string, size: number) => ([...text].length * size) / 2;
const DOT =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

function figure(title: string, marks: Figure<SvgArt>['marks']): Figure<SvgArt> {
  return composeFigure<SvgArt>(
    { title, caption: ['EP, 8 queries', 'Hiera-T'], width: 300, height: 200, marks },
    measure,
  );
}

/** Pixels of the document as librsvg draws it. @throws when it is not well formed. */
async function drawn(svg: string) {
  const { data, info } = await sharp(Buffer.from(svg))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [
    ...data.subarray(3 * (y * info.width + x), 3 * (y * info.width + x) + 3),
  ];
  return { width: info.width, height: info.height, at };
}

test('a document with any name in it is well formed and of its size', async () => {
  const made = figure('a<b>&"c.png \u0007\ud800 ]]>', [
    {
      kind: 'text',
      text: '<&>"\'',
      x: 0,
      y: 10,
      align: 'middle',
      size: 10,
      weight: 400,
      fill: '#000',
    },
    {
      kind: 'ramp',
      x: 0,
      y: 20,
      width: 50,
      height: 8,
      stops: [
        [0, '#f00'],
        [1, '#00f'],
      ],
    },
    { kind: 'line', from: [0, 40], to: [50, 40], stroke: '#000', strokeWidth: 1, dash: '2 3' },
  ]);
  const svg = figureSvg(made, '@font-face { font-family: "A>B"; }');
  expect(svg).toContain('a&lt;b&gt;&amp;&quot;c.png');
  const { width, height } = await drawn(svg);
  expect([width, height]).toEqual([made.width, made.height]);
});

test('patches are rectangles, and those that say nothing are left out', async () => {
  const cells = [1, 0, 0, 1].map((opacity) => ({ fill: 'rgb(255 0 0)', opacity }));
  const svg = figureSvg({
    width: 40,
    height: 40,
    title: 'Patches',
    description: '',
    marks: [
      {
        kind: 'art',
        x: 0,
        y: 0,
        width: 40,
        height: 40,
        art: { kind: 'cells', columns: 2, rows: 2, cells },
      },
    ],
  });
  expect(svg.match(/fill-opacity/g)).toHaveLength(2);
  const { at } = await drawn(svg);
  expect(at(10, 10)).toEqual([255, 0, 0]);
  expect(at(30, 10)).toEqual([255, 255, 255]);
  expect(at(30, 30)).toEqual([255, 0, 0]);
});

test('a picture that stands twice is embedded once', async () => {
  const twice = [0, 20].map((x) => ({
    kind: 'art' as const,
    x,
    y: 0,
    width: 20,
    height: 20,
    art: { kind: 'image' as const, href: DOT },
  }));
  const svg = figureSvg({ width: 40, height: 20, title: '', description: '', marks: twice });
  expect(svg.split(DOT)).toHaveLength(2);
  const { at } = await drawn(svg);
  expect(at(30, 10)).toEqual(at(10, 10));
  expect(at(30, 10)).not.toEqual([255, 255, 255]);
});

test('what XML cannot hold is left out', () => {
  expect(escaped('a\u0000b\ud83dc😀')).toBe('abc😀');
});
