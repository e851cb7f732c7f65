import { expect, it } from 'vitest';
import { studyRows } from './study-table';
import { chanceOf, judgeStudy } from './verdict';

// The findings and their notes are tested with their words, in messages/en/verdict.test.ts.

it('finds the share of the largest class', () => {
  expect(chanceOf({ a: 'x', b: 'x', c: 'x', d: 'y' })).toBe(0.75);
  expect(chanceOf({})).toBe(0);
});

it('hands up facts: who, how well, and how sure that is', () => {
  const entries = [
    { key: 'ep', probe: { name: 'ep', options: { queries: 8, dOut: 1 } } },
    { key: 'gap', probe: { name: 'gap', options: {} } },
  ];
  const results = entries.flatMap(({ key }, entry) =>
    [8, 8].map((right, fold) => ({
      key,
      fold,
      correct: right - 4 * entry,
      total: 10,
      milliseconds: 1,
    })),
  );
  const rows = studyRows({ entries, facts: {}, results });
  const verdict = judgeStudy({
    ...{ rows, results, design: { folds: 2, repeats: 1 } },
    ...{ choice: 'shared', chance: 0.5 },
  });
  expect(verdict?.notes.map(({ code }) => code)).toEqual(['no-rival']);
  expect(verdict?.finding).toMatchObject({
    code: 'against-mean-pooling',
    pair: {
      own: { probe: { name: 'ep' }, accuracy: 0.8, allRight: false, parameters: null },
      other: { probe: { name: 'gap' }, accuracy: 0.4 },
      images: 20,
      weight: 'ahead',
    },
  });
});
