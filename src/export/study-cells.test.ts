import { expect, it } from 'vitest';
import { en } from '../messages/en/index';
import { studyRows } from '../study/study-table';
import { studyCells } from './study-cells';

const SETTINGS = 'learning rate 0.003 in 1 of 1 fold (75 % of the inner images right).';

it('has a header and full numbers, and nothing where nothing is known', () => {
  const rows = studyRows({
    entries: [
      { key: 'ep', probe: { name: 'ep', options: { queries: 8, dOut: 1 } } },
      { key: 'gap', probe: { name: 'gap', options: {} } },
    ],
    facts: {
      ep: {
        key: 'ep',
        parameters: { total: 152_068, pooling: 150_528 },
        multiplyAdds: { factored: 1_353_216, reference: 29_503_488 },
      },
    },
    results: [
      { key: 'ep', fold: 0, correct: 9, total: 10, milliseconds: 1500 },
      {
        ...{ key: 'ep', fold: 1, correct: 8, total: 10, milliseconds: 2500 },
        chosen: {
          kind: 'recipe',
          setting: { learningRate: 0.003 },
          inner: { correct: 3, total: 4, loss: 1 },
          milliseconds: 1,
        },
      },
    ],
  });
  const [header, ...cells] = studyCells(rows, en);
  expect(cells).toEqual([
    ['EP, 8 queries', 152068, 150528, 1353216, 29503488, 2, 85, 5, 2, 17, 20, 'yes', SETTINGS],
    ['GAP', null, null, null, null, null, null, null, 0, null, null, null, null],
  ]);
  expect(header).toHaveLength(cells[0]?.length ?? 0);
});
