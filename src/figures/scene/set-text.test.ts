import { expect, test } from 'vitest';
import { type Run, setText, shortened } from './set-text';

/** Every letter is half as wide as high. */
const measure = (text: string, size: number) => ([...text].length * size) / 2;
const run = (text: string, weight = 400): Run => ({ text, weight, fill: '#000' });
const place = { x: 10, y: 20, width: 50, size: 10, leading: 14 };

test('lines break between words and stand one leading apart', () => {
  const { marks, lines } = setText([run('one two three')], place, measure);
  expect(lines).toBe(2);
  expect(marks.map(({ text, x, y }) => [text, x, y])).toEqual([
    ['one two', 10, 20],
    ['three', 10, 34],
  ]);
});

test('a run of another weight goes on in the same line', () => {
  const { marks } = setText([run('Bold.', 600), run('then')], place, measure);
  expect(marks.map(({ text, x, weight }) => [text, x, weight])).toEqual([
    ['Bold.', 10, 600],
    ['then', 40, 400],
  ]);
});

test('a word without a place to break is broken at the width', () => {
  const { marks } = setText([run('abcdefghijklm')], place, measure);
  expect(marks.map(({ text }) => text)).toEqual(['abcdefghij', 'klm']);
  for (const { text } of marks) expect(measure(text, 10)).toBeLessThanOrEqual(50);
});

test('what does not fit ends in an ellipsis', () => {
  const measured = (text: string) => measure(text, 10);
  expect(shortened('kingfisher', 50, measured)).toBe('kingfisher');
  expect(shortened('kingfisher-03', 50, measured)).toBe('kingfishe…');
});
