import { expect, it } from 'vitest';
import type { ProbeChoice } from '../probes/choice';
import { bestRow, comparable, type SortColumn, sortRows, studyRows } from './study-table';

const ep = (queries: number) => ({
  key: `ep ${queries}`,
  probe: { name: 'ep', options: { queries, dOut: 1 } },
});
const gap = { key: 'gap', probe: { name: 'gap', options: {} } };
const facts = (key: string, total: number) => ({
  key,
  parameters: { total, pooling: total - 10 },
  multiplyAdds: { factored: 2 * total, reference: 20 * total },
});
const fold = (key: string, number: number, correct: number, milliseconds = 100) => ({
  key,
  fold: number,
  correct,
  total: 10,
  milliseconds,
});

const STUDY = {
  entries: [gap, ep(16), ep(8), ep(4)],
  facts: { gap: facts('gap', 10), 'ep 8': facts('ep 8', 80), 'ep 16': facts('ep 16', 160) },
  results: [
    fold('gap', 0, 7),
    fold('gap', 1, 7),
    fold('ep 16', 0, 9, 100),
    fold('ep 16', 1, 9, 300),
    fold('ep 8', 0, 9),
    fold('ep 8', 1, 9),
    fold('ep 4', 0, 10),
  ],
};
const keys = (rows: readonly { key: string }[]) => rows.map(({ key }) => key);

it('has a row for every entry, with what is known of it', () => {
  const rows = studyRows(STUDY);
  expect(keys(rows)).toEqual(['gap', 'ep 16', 'ep 8', 'ep 4']);
  expect(rows[0]).toMatchObject({ kind: 'floor', probe: { name: 'gap' }, milliseconds: 100 });
  expect(rows[1]).toMatchObject({
    kind: 'ep',
    probe: { options: { queries: 16 } },
    milliseconds: 200,
  });
  expect(rows[3]).toMatchObject({ facts: null, accuracy: { mean: 1, folds: 1 } });
});

it('finds the best setting of EP among those through the same folds, the smallest among equals', () => {
  const rows = studyRows(STUDY);
  expect(keys(rows.filter(({ bestEp }) => bestEp))).toEqual(['ep 8']);
  expect(keys(comparable(rows))).toEqual(['gap', 'ep 16', 'ep 8']);
  expect(bestRow([])).toBeNull();
});

it('sorts by any column, what is unknown last', () => {
  const rows = studyRows(STUDY);
  const byQueries = (a: ProbeChoice, b: ProbeChoice) =>
    (a.options.queries ?? 99) - (b.options.queries ?? 99);
  const sort = (column: SortColumn, descending: boolean) =>
    keys(sortRows(rows, column, descending, byQueries));
  expect(sort('name', false)).toEqual(['ep 4', 'ep 8', 'ep 16', 'gap']);
  expect(sort('parameters', true)).toEqual(['ep 16', 'ep 8', 'gap', 'ep 4']);
  expect(sort('parameters', false)).toEqual(['gap', 'ep 8', 'ep 16', 'ep 4']);
  expect(sort('milliseconds', true)[0]).toBe('ep 16');
  expect(sort('accuracy', true)).toEqual(['ep 4', 'ep 16', 'ep 8', 'gap']);
});
