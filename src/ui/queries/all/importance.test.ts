import { expect, test } from 'vitest';
import { en } from '../../../messages/en/index';
import type { Importance } from '../../../vocabulary/evidence';
import { mostImportant, rankLosses } from './importance';

const { points: inPoints } = en.queries.importance;
const sayImportance = (of: Importance) => en.queries.importance.sentence(of, mostImportant(of));

const importance: Importance = {
  total: 12,
  heldOut: true,
  correct: 10,
  perClass: [
    { correct: 6, total: 6 },
    { correct: 4, total: 6 },
  ],
  without: [
    { correct: 10, perClass: [6, 4] },
    { correct: 7, perClass: [3, 4] },
    { correct: 11, perClass: [6, 5] },
    { correct: 10, perClass: [5, 5] },
  ],
};

test('ranked by what is lost, gains last', () => {
  expect(rankLosses(importance)).toEqual([
    { query: 1, lost: 3, perClass: [3, 0] },
    { query: 0, lost: 0, perClass: [0, 0] },
    { query: 3, lost: 0, perClass: [1, -1] },
    { query: 2, lost: -1, perClass: [0, -1] },
  ]);
});

test('points of accuracy', () => {
  expect(inPoints(1, 12)).toBe('8 points');
  expect(inPoints(-3, 12)).toBe('25 points');
  expect(inPoints(1, 100)).toBe('1 point');
  expect(inPoints(1, 400)).toBe('0.3 points');
  expect(inPoints(0, 12)).toBe('0 points');
});

test('what is lost has a minus', () => {
  const { lostImages, lostOfClass, lostPoints } = en.queries.importance;
  expect([3, 1, 0, -1].map(lostImages)).toEqual(['−3 images', '−1 image', '', '+1 image']);
  expect([3, 0, -1].map((lost) => lostPoints(lost, 12))).toEqual([
    '−25 points',
    '0 points',
    '+8 points',
  ]);
  expect([3, 0, -1].map(lostOfClass)).toEqual(['−3', '·', '+1']);
});

test('the sentence says what matters, what it rests on, and when that is little', () => {
  expect(sayImportance(importance)).toBe(
    'Query 2 matters most: without it 3 fewer are right. Measured on the 12 images that were ' +
      'held out; 10 of them are right with all queries. One image is 8 points, so small ' +
      'differences say little.',
  );
  const tied = importance.without.map((without) => ({ ...without, correct: 9 }));
  expect(sayImportance({ ...importance, without: tied })).toMatch(
    /^All queries matter alike: without any one 1 fewer is right\./,
  );
  expect(
    sayImportance({
      ...importance,
      without: [...tied.slice(0, 2), ...importance.without.slice(3)],
    }),
  ).toMatch(/^Queries 1 and 2 matter most: without any one of them 1 fewer is right\./);
  const none = { ...importance, without: importance.without.slice(0, 1), total: 200 };
  expect(sayImportance({ ...none, heldOut: false })).toBe(
    'No single query matters: the others make up for any one of them. Measured on all 200 images ' +
      'of the run, as none was held out; 10 of them are right with all queries.',
  );
});
