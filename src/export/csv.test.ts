import { expect, it } from 'vitest';
import { toCsv, toTsv } from './csv';

it('quotes what would break a line, by RFC 4180', () => {
  const rows = [
    ['Probe', 'Accuracy'],
    ['EP, 8 queries', 0.917],
    ['the "best"', null],
    ['two\nlines', -1.5],
  ];
  expect(toCsv(rows)).toBe(
    'Probe,Accuracy\r\n"EP, 8 queries",0.917\r\n"the ""best""",\r\n"two\nlines",-1.5\r\n',
  );
});

it('keeps tabs and line breaks out of the cells of a clipboard', () => {
  expect(
    toTsv([
      ['a\tb', 'c\r\nd'],
      ['e, "f"', 2],
    ]),
  ).toBe('a b\tc d\ne, "f"\t2');
});

it('lets no name run as a formula, and leaves negative numbers alone', () => {
  const row = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', -2];
  expect(toCsv([row])).toBe("'=1+1,'+cmd,'-2+3,'@SUM(A1),'\t=1,-2\r\n");
  expect(toTsv([row])).toBe("'=1+1\t'+cmd\t'-2+3\t'@SUM(A1)\t' =1\t-2");
});

it('leaves out what is no number', () => {
  expect(toCsv([[Number.NaN, Number.POSITIVE_INFINITY, 0]])).toBe(',,0\r\n');
});
