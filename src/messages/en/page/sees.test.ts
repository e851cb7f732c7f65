import { expect, test } from 'vitest';
import { queries } from './queries';
import { sees } from './sees';

const grid = { height: 14, width: 14 };
const cosines = { most: 0.914, mostAt: 17, least: -0.08, mean: 0.4 };

test('a patch is compared with others of its image, or with those of another', () => {
  const own = { patch: 30, grid, elsewhere: false };
  const other = { ...own, elsewhere: true };
  expect(sees.tokens.all(own, cosines)).toBe(
    'Row 3, column 3: most like row 2, column 4, cosine <number>0.91</number>. Over all other patches from −0.08, 0.40 on average.',
  );
  expect(sees.tokens.all(other, cosines)).toBe(
    'Row 3, column 3 of <image></image>: most like row 2, column 4, cosine <number>0.91</number>. Over all patches here from −0.08, 0.40 on average.',
  );
  expect(sees.tokens.pair(other, 0, -0.5)).toBe(
    'Row 3, column 3 of <image></image>, and row 1, column 1 here: cosine <number>−0.50</number>',
  );
});

test('a moment of training says whether it is the kept one', () => {
  expect(sees.replay.moment(10, 60, false)).toBe('epoch 10 of 60');
  expect(sees.replay.moment(20, 60, true)).toBe('epoch 20 of 60, the kept one');
});

test('titles of the queries agree with their number', () => {
  expect(queries.all.title(8, 16)).toBe('How 8 queries divide 16 images');
  expect(queries.all.title(1, 1)).toBe('How 1 query divides 1 image');
});

test('what is not known is left out', () => {
  expect(queries.one.cell('a.jpg', 'cats', null)).toBe('a.jpg, class cats');
  expect(queries.one.cell('a.jpg', 'cats', 'spread evenly')).toBe(
    'a.jpg, class cats, spread evenly',
  );
  expect(queries.entropy.bar(2, 0.87, null)).toBe('Query 3: 87 %');
  expect(queries.entropy.bar(2, 0.87, 0.5)).toBe('Query 3: 87 %, 50 % in this image');
});

test('a limit is a round number, and what is used of it is not', () => {
  expect(sees.replay.memory(26, 15.8e6, 64e6)).toBe(
    '<snapshots>26 snapshots</snapshots>, 15.8 MB of at most 64 MB',
  );
});
