import { expect, test } from 'vitest';
import { composeFigure, type FigureParts, MARGIN } from './compose-figure';
import type { TextMark } from './figure';

const measure = (text: string, size: number) => ([...text].length * size) / 2;
const chips = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    text: String(i + 1),
    fill: '#888',
    ink: '#fff',
    label: '',
  }));

function compose(parts: Partial<FigureParts<never>>) {
  const figure = composeFigure<never>(
    {
      title: 'All queries',
      caption: ['EP, 8 queries', 'Hiera-T'],
      width: 448,
      height: 448,
      marks: [],
      ...parts,
    },
    measure,
  );
  const texts = figure.marks.filter((mark): mark is TextMark => mark.kind === 'text');
  return { figure, texts };
}

test('the caption begins with the title in bold, ends its sentences and stays inside', () => {
  const { figure, texts } = compose({});
  expect(texts[0]).toMatchObject({ text: 'All queries.', weight: 650, x: MARGIN });
  expect(texts[1]).toMatchObject({ text: 'EP, 8\u00a0queries. Hiera-T.', weight: 400 });
  expect(figure.description).toBe('All queries. EP, 8 queries. Hiera-T.');
  for (const { x, y, text, size } of texts) {
    expect(x + measure(text, size)).toBeLessThanOrEqual(figure.width - MARGIN);
    expect(y).toBeLessThan(figure.height);
    expect(y).toBeGreaterThan(MARGIN + 448);
  }
});

test('a small picture stands in the middle above a caption that can be read', () => {
  const { figure } = compose({
    width: 100,
    height: 50,
    marks: [{ kind: 'rect', x: 0, y: 0, width: 100, height: 50, fill: '#000' }],
  });
  const [body] = figure.marks;
  expect(body).toMatchObject({ x: (figure.width - 100) / 2, y: MARGIN });
});

test('sixty-four chips break into rows that stay inside', () => {
  const { figure } = compose({
    width: 400,
    legends: [{ kind: 'chips', title: 'Query', chips: chips(64) }],
  });
  const drawn = figure.marks.filter((mark) => mark.kind === 'rect');
  expect(drawn).toHaveLength(64);
  expect(new Set(drawn.map(({ y }) => y)).size).toBeGreaterThan(1);
  for (const { x, width } of drawn) expect(x + width).toBeLessThanOrEqual(figure.width - MARGIN);
});

test('a scale names its ends and its middle', () => {
  const { texts } = compose({
    legends: [
      {
        kind: 'scale',
        stops: [
          [0, 'blue'],
          [1, 'orange'],
        ],
        labels: ['−2.0', '0', '+2.0'],
      },
    ],
  });
  expect(texts.slice(0, 3).map(({ text, align }) => [text, align])).toEqual([
    ['−2.0', 'start'],
    ['0', 'middle'],
    ['+2.0', 'end'],
  ]);
});
