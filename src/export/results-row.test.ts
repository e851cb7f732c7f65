import { expect, test } from 'vitest';
import { en } from '../messages/en/index';
import { RECIPES } from '../training/model/recipe';
import { toCsv } from './csv';
import { type MeasuredEncoder, resultsRows } from './results-row';

/** As the first line of the authors' file has it. */
const HEADER =
  'family,method,arch,pretrain,eval,image_size,lp,lp_gap,ep,ep_queries,ep_variant,model,loader,pretrain_tag,finetune,lp_variant,lp_log,ep_log,notes,verified,amp,waiting,gap_reason,knn,knn_k,knn_T,knn_log,extra_flags,ep_head';

const ep = (queries: number, dOut = 1, name = 'ep') => ({
  key: `${name} queries=${queries} dOut=${dOut}`,
  probe: { name, options: { queries, dOut } },
});
const plain = (name: string) => ({ key: name, probe: { name, options: {} } });

/** `right`: of ten in each of two folds, by key. */
function encoder(
  entries: MeasuredEncoder['study']['entries'],
  right: Readonly<Record<string, readonly number[]>>,
  backbone: Partial<MeasuredEncoder['backbone']> = {},
): MeasuredEncoder {
  return {
    backbone: {
      label: 'DINOv2-S',
      family: 'hybrid',
      hasCls: true,
      preprocessing: {
        resize: 256,
        resample: 'bicubic',
        crop: 224,
        mean: [0, 0, 0],
        std: [1, 1, 1],
      },
      ...backbone,
    },
    study: {
      entries,
      results: Object.entries(right).flatMap(([key, all]) =>
        all.map((correct, fold) => ({ key, fold, correct, total: 10, milliseconds: 1 })),
      ),
      folds: 2,
      repeats: 1,
      recipe: { ...RECIPES['small-data'], epochs: 50 },
      choice: 'shared',
      classes: ['a', 'b'].map((id) => ({ id, name: id })),
      labels: Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`i${i}`, 'a'])),
    },
  };
}

/** The row by column, without what is empty. */
function rowOf(measured: MeasuredEncoder): Record<string, unknown> {
  const [header = [], cells = []] = resultsRows([measured], en);
  expect(cells).toHaveLength(header.length);
  return Object.fromEntries(
    header.flatMap((column, at) => (cells[at] === null ? [] : [[String(column), cells[at]]])),
  );
}

test('says where settings were chosen for each probe', () => {
  const measured = encoder([ep(32)], { 'ep queries=32 dOut=1': [9, 8] });
  const inner = { ...measured, study: { ...measured.study, choice: 'inner' as const } };
  expect(rowOf(measured).notes).not.toContain('chosen');
  expect(rowOf(inner).notes).toContain('recipe or other settings, chosen inside the folds');
});

test('has the columns of the authors’ table', () => {
  expect(toCsv(resultsRows([], en)).trim()).toBe(HEADER);
});

test('k-NN, linear and EP of one encoder, and nothing that is not known', () => {
  const row = rowOf(
    encoder([plain('knn'), plain('gap'), plain('linear'), ep(8)], {
      knn: [6, 7],
      gap: [1, 1],
      linear: [8, 8],
      [ep(8).key]: [9, 8],
    }),
  );
  const { notes, ...rest } = row;
  expect(rest).toEqual({
    family: 'Hybrid',
    method: 'DINOv2-S',
    eval: 'own images (20 in 2 classes)',
    image_size: 224,
    lp: '80.00',
    lp_gap: 'no',
    lp_variant: 'cls',
    ep: '85.00',
    ep_queries: 8,
    ep_variant: 'ep',
    ep_head: 'final',
    knn: '65.00',
  });
  expect(notes).toBe(
    'Measured in Probe Playground: mean of 2 folds over 20 images, ± one standard error: knn 5.00, lp 0.00, ep 5.00; 50 epochs, small-data recipe',
  );
});

test('without [CLS], linear is the mean of the patches, and the row says why', () => {
  const measured = encoder([plain('gap')], { gap: [5, 6] }, { hasCls: false, family: 'unknown' });
  const row = rowOf(measured);
  expect(row).toMatchObject({
    lp: '55.00',
    lp_gap: 'yes',
    lp_variant: 'pos',
    gap_reason: 'no_cls',
  });
  expect(row).not.toHaveProperty('family');
  expect(row).not.toHaveProperty('ep');
  expect(row).not.toHaveProperty('ep_head');
  expect(row).not.toHaveProperty('knn');
});

test('what is not through with every fold stays empty', () => {
  expect(rowOf(encoder([plain('knn')], { knn: [6] }))).not.toHaveProperty('knn');
});

test('of several settings of EP the one nearest to the authors’, however it does', () => {
  const entries = [ep(8), ep(32), ep(64, 4), ep(32, 1, 'ep_all')];
  const right = Object.fromEntries(
    entries.map(({ key }, at) => [key, at === 1 ? [5, 5] : [9, 9]] as const),
  );
  expect(rowOf(encoder(entries, right))).toMatchObject({
    ep: '50.00',
    ep_queries: 32,
    ep_variant: 'ep',
  });
  const dOut = rowOf(encoder([ep(16, 4)], { [ep(16, 4).key]: [9, 9] }));
  expect(dOut.notes).toMatch(/; EP with d_out 4$/);
});
