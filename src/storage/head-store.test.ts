import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { parse } from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { testRun } from '../testing/test-run';
import { HEAD_FORMAT, type PortableHead } from '../training/head/portable-head';
import { RECIPES } from '../training/model/recipe';
import type { HeadBound } from './head-bound';
import {
  type StoredHead,
  type StoredStudies,
  type StoredView,
  studiesSchema,
  viewSchema,
} from './head-schema';
import { HeadStore, type ProjectHeads } from './head-store';

const NAME = 'heads of a test';
const BOUND: HeadBound = { bytes: 1e6, heads: 12, snapshots: 'all' };
let stores: HeadStore[];
let heads: ProjectHeads;

const open = (bound: Partial<HeadBound> = {}): HeadStore => {
  const store = new HeadStore({ name: NAME, bound: { ...BOUND, ...bound }, patience: 50 });
  stores.push(store);
  return store;
};

beforeEach(() => {
  stores = [];
  heads = open().forProject(3);
});

afterEach(async () => {
  vi.restoreAllMocks();
  for (const store of stores) await store.close();
  await deleteDB(NAME);
});

const record = (headId: string, shownAt = 1): StoredHead => ({
  run: testRun(headId, ['1']),
  curve: [{ epoch: 1, loss: 0.5, trainAccuracy: 1, heldOutLoss: null, heldOutAccuracy: null }],
  predictions: { 1: { imageId: '1', probabilities: [0.75, 0.25] } },
  studyKey: null,
  precision: 'fp32',
  shownAt,
});

/** 40 bytes, and 80 of snapshots. */
function numbers(value = 1): PortableHead {
  const tensors = () => ({ weight: new Float32Array(10).fill(value) });
  return {
    format: HEAD_FORMAT,
    plan: {
      probe: { name: 'ep', options: {} },
      recipe: RECIPES['small-data'],
      classCount: 2,
      split: { training: [{ id: '1', name: 'a', classIndex: 0 }], heldOut: [] },
      seed: 0,
      selection: 'best',
      snapshots: true,
    },
    patches: 4,
    width: 5,
    tensors: tensors(),
    snapshots: [0, 50].map((epoch) => ({ epoch, tensors: tensors() })),
    chosenEpoch: 100,
    epochsRun: 100,
    parameters: 10,
    milliseconds: 1,
  };
}

const ids = async (of = heads) =>
  (await of.load()).heads.map(({ run }) => run.result.headId).toSorted();

/** What is kept of each head: with its snapshots (true), or without. */
const kept = async (of = heads) =>
  Object.fromEntries(
    (await of.load()).heads.map(({ run, snapshots }) => [run.result.headId, snapshots !== null]),
  );

/** Makes writes of numbers fail as on a full disk, as long as `full` says so. */
function fillDisk(full: () => boolean): void {
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...parameters: Parameters<typeof put>
  ) {
    if (full()) throw new DOMException('Full.', 'QuotaExceededError');
    return put.apply(this, parameters);
  });
}

describe('a head', () => {
  test('is there again in another visit, number by number', async () => {
    expect(await heads.saveHead(record('a'), numbers(7))).toMatchObject([
      { weights: 40, snapshots: 80 },
    ]);
    const again = open().forProject(3);
    expect(await again.load()).toEqual({
      heads: [{ ...record('a'), weights: 40, snapshots: 80 }],
      studies: undefined,
      view: undefined,
    });
    expect(await again.loadHead('a')).toEqual(numbers(7));
    expect(await again.bytes()).toBe(120);
  });

  test('whose record changes keeps its numbers', async () => {
    await heads.saveHead(record('a'), numbers(7));
    await heads.saveHead({ ...record('a'), studyKey: '' }, null);
    expect((await heads.load()).heads).toMatchObject([{ studyKey: '', snapshots: 80 }]);
    expect(await heads.loadHead('a')).toEqual(numbers(7));
    expect(await heads.saveHead(record('b'), null)).toHaveLength(1);
    expect(await ids()).toEqual(['a']);
  });

  test('is forgotten with its numbers', async () => {
    await heads.saveHead(record('a'), numbers());
    await heads.saveHead(record('b'), numbers());
    await heads.removeHead('a');
    expect(await ids()).toEqual(['b']);
    expect(await heads.loadHead('a')).toBeNull();
  });

  test('that can’t be written leaves nothing behind', async () => {
    const odd = { ...numbers(), plan: () => null } as unknown as PortableHead;
    await heads.saveHead(record('a'), numbers());
    await expect(heads.saveHead(record('b'), odd)).rejects.toThrow();
    expect(await ids()).toEqual(['a']);
    expect(await heads.loadHead('b')).toBeNull();
  });

  test('whose record or numbers are damaged is left out, and the others are there', async () => {
    for (const id of ['a', 'b', 'c']) await heads.saveHead(record(id), numbers());
    const database = await openDB(NAME);
    await database.put('heads', { run: 'odd' }, [3, 'a']);
    await database.put('weights', { tensors: 'odd' }, [3, 'b']);
    await database.put('snapshots', 'odd', [3, 'c']);
    database.close();
    expect(await ids()).toEqual(['b', 'c']);
    expect(await heads.loadHead('b')).toBeNull();
    expect(await heads.loadHead('c')).toEqual({ ...numbers(), snapshots: [] });
  });
});

describe('the bound', () => {
  test('takes the snapshots of what was on show long ago, and says so', async () => {
    heads = open({ bytes: 300 }).forProject(3);
    for (const [index, id] of ['a', 'b', 'c'].entries()) {
      await heads.saveHead(record(id, index), numbers());
    }
    expect(await kept()).toEqual({ a: false, b: true, c: true });
    expect((await heads.loadHead('a'))?.snapshots).toEqual([]);
    expect(await heads.bytes()).toBe(280);
  });

  test('takes heads last, but never the one on show', async () => {
    heads = open({ bytes: 90 }).forProject(3);
    await heads.saveHead(record('old', 0), numbers());
    await heads.saveHead(record('b', 1), numbers());
    await heads.saveHead(record('c', 2), numbers(), 'old');
    expect(await kept()).toEqual({ old: false, c: false });
    heads = open({ bytes: 1 }).forProject(3);
    await heads.saveHead(record('d', 3), numbers());
    expect(await kept()).toEqual({ d: false });
    expect(await heads.loadHead('c')).toBeNull();
  });

  test('counts heads', async () => {
    heads = open({ heads: 2 }).forProject(3);
    for (const [index, id] of ['a', 'b', 'c'].entries()) {
      await heads.saveHead(record(id, index), numbers());
    }
    expect(await kept()).toEqual({ b: true, c: true });
  });
});

describe('a full disk', () => {
  test('is made room on: snapshots of others first', async () => {
    await heads.saveHead(record('a'), numbers());
    let tries = 0;
    fillDisk(() => tries++ === 0);
    await heads.saveHead(record('b', 2), numbers());
    expect(await kept()).toEqual({ a: false, b: true });
  });

  test('in the end holds the head on show alone, without snapshots', async () => {
    await heads.saveHead(record('a'), numbers());
    let tries = 0;
    fillDisk(() => tries++ < 3);
    await heads.saveHead(record('b', 2), numbers());
    expect(await kept()).toEqual({ b: false });
    expect(await heads.loadHead('b')).toMatchObject({ snapshots: [] });
  });

  test('that has no room at all is the reason given', async () => {
    fillDisk(() => true);
    await expect(heads.saveHead(record('a'), numbers())).rejects.toThrow('Full.');
    expect(await ids()).toEqual([]);
  });
});

const view: StoredView = {
  middle: 'queries',
  layer: 'evidence',
  evidenceClassId: 'a',
  againstClassId: null,
  drawing: { smooth: false, opacity: 'winner' },
  query: 3,
  queryOrder: 'consistency',
  grid: { sort: 'evidence', classId: 'a' },
  groups: 5,
  look: { headId: 'a', epoch: 50, beside: { kind: 'head', headId: 'b' } },
  underWay: { epoch: 3, epochs: 100 },
};
const usual: StoredView = {
  middle: 'image',
  layer: 'attention',
  evidenceClassId: null,
  againstClassId: null,
  drawing: { smooth: true, opacity: 'contrast' },
  query: 0,
  queryOrder: 'number',
  grid: { sort: 'class', classId: null },
  groups: 8,
  look: null,
  underWay: null,
};

const study = {
  entries: [{ key: 'gap', probe: { name: 'gap', options: {} } }],
  facts: { gap: { key: 'gap', parameters: { total: 3, pooling: 1 }, multiplyAdds: null } },
  results: [
    {
      ...{ key: 'gap', fold: 0, correct: 1, total: 2, milliseconds: 1 },
      chosen: {
        kind: 'recipe' as const,
        setting: { learningRate: 0.003, epochs: 200 },
        inner: { correct: 3, total: 4, loss: 0.5 },
        milliseconds: 2,
      },
    },
    {
      ...{ key: 'knn', fold: 0, correct: 2, total: 2, milliseconds: 1 },
      chosen: {
        kind: 'knn' as const,
        setting: { neighbours: 5, temperature: 0.07 },
        inner: { correct: 4, total: 4, loss: 0.1 },
        milliseconds: 0,
      },
    },
  ],
  folds: 2,
  repeats: 1,
  seed: 0,
  recipe: RECIPES['small-data'],
  choice: 'inner' as const,
  backboneId: 'tiny',
  precision: 'fp32' as const,
  classes: [{ id: 'a', name: 'a' }],
  labels: { 1: 'a' },
  remarks: [{ code: 'left-out' as const, classes: ['b'] }],
};
const { facts: _, choice: __, ...plan } = study;
const lowShot = {
  ...plan,
  sizes: [2, 4],
  ceiling: { className: 'a', images: 5 },
  results: [{ key: 'gap', perClass: 2, fold: 0, correct: 1, total: 2, milliseconds: 1 }],
};
const studies: StoredStudies = {
  study: { study, whole: false },
  comparison: {
    comparison: {
      backbones: [{ backboneId: 'tiny', precision: 'fp32' }],
      queries: 8,
      home: { backboneId: 'tiny', precision: 'fp32' },
      done: 1,
    },
    whole: true,
    away: false,
  },
  backboneStudies: { tiny: study },
  ticked: ['gap'],
  comparing: 'backbones',
  folds: 4,
  repeats: 2,
  settingsChoice: 'shared',
  lowShot: { study: lowShot, whole: false },
  shotTicked: ['simpool'],
};
const none: StoredStudies = {
  ...{ study: null, comparison: null, backboneStudies: {} },
  ...{ ticked: [], comparing: 'probes', folds: 5, repeats: 1, settingsChoice: 'inner' },
  ...{ lowShot: null, shotTicked: [] },
};

describe('comparisons and the view', () => {
  test('are there again', async () => {
    await heads.saveStudies(studies);
    await heads.saveView(view);
    const again = await open().forProject(3).load();
    expect(parse(studiesSchema(none), again.studies)).toEqual(studies);
    expect(parse(viewSchema(usual), again.view)).toEqual(view);
  });

  test('of before settings were chosen are read as of the same recipe for all', () => {
    const { choice: _, ...rest } = study;
    const results = study.results.map(({ chosen: _, ...result }) => result);
    const { settingsChoice: __, ...before } = studies;
    const stored = { ...before, study: { study: { ...rest, results }, whole: true } };
    const read = parse(studiesSchema(none), stored);
    expect(read.study?.study).toEqual({ ...study, results, choice: 'shared' });
    expect(read.settingsChoice).toBe('inner');
  });

  test('give way to what is usual, part by part, where they make no sense', () => {
    expect(parse(viewSchema(usual), undefined)).toEqual(usual);
    expect(parse(viewSchema(usual), { ...view, layer: 'dreams', look: { headId: 3 } })).toEqual({
      ...view,
      layer: 'attention',
      look: null,
    });
    // Of before the queries had an order.
    const { queryOrder: _, ...before } = view;
    expect(parse(viewSchema(usual), before)).toEqual({ ...view, queryOrder: 'number' });
    expect(parse(studiesSchema(none), 'odd')).toEqual(none);
    const odd = { ...studies, study: { study: { ...study, labels: null }, whole: true } };
    expect(parse(studiesSchema(none), odd)).toEqual({ ...studies, study: null });
    const shots = { ...studies, lowShot: { study: { ...lowShot, sizes: [0] }, whole: true } };
    expect(parse(studiesSchema(none), shots)).toEqual({ ...studies, lowShot: null });
  });

  test('of a page that knew nothing of few images are read as they are', () => {
    const { lowShot: _gone, shotTicked: __, ...earlier } = studies;
    expect(parse(studiesSchema(none), earlier)).toEqual({
      ...studies,
      lowShot: null,
      shotTicked: [],
    });
  });
});

describe('projects', () => {
  test('know nothing of each other; one can be copied, and cleared', async () => {
    const other = open().forProject(4);
    await heads.saveHead(record('a'), numbers(7));
    await heads.saveView(view);
    await heads.saveStudies(studies);
    await other.saveHead(record('z'), numbers());
    expect(await ids(other)).toEqual(['z']);
    await heads.copyTo(5);
    await heads.clear();
    expect(await heads.load()).toEqual({ heads: [], studies: undefined, view: undefined });
    expect(await heads.loadHead('a')).toBeNull();
    expect(await ids(other)).toEqual(['z']);
    const copy = open().forProject(5);
    expect(await copy.load()).toMatchObject({ heads: [{ weights: 40 }], view, studies });
    expect(await copy.loadHead('a')).toEqual(numbers(7));
  });
});

describe('the database', () => {
  test('that is closed under the page is opened again', async () => {
    await heads.saveHead(record('a'), numbers());
    // A later version of this page in another tab.
    const later = await openDB(NAME, 2);
    later.close();
    await expect(heads.load()).rejects.toThrow();
    await deleteDB(NAME);
    await heads.saveHead(record('b'), numbers());
    expect(await ids()).toEqual(['b']);
  });

  test('whose connection fails gets a fresh one', async () => {
    await heads.saveHead(record('a'), numbers());
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    transaction.mockImplementationOnce(() => {
      throw new DOMException('The connection is closing.', 'InvalidStateError');
    });
    await heads.saveHead(record('b', 2), numbers());
    expect(await ids()).toEqual(['a', 'b']);
  });

  test('that throws at once, or never answers, is no database, and may be one later', async () => {
    const opening = vi.spyOn(indexedDB, 'open');
    opening.mockImplementationOnce(() => {
      throw new DOMException('No.', 'SecurityError');
    });
    await expect(heads.load()).rejects.toThrow('No.');
    opening.mockImplementationOnce(() => new EventTarget() as unknown as IDBOpenDBRequest);
    await expect(heads.load()).rejects.toThrow();
    expect(await ids()).toEqual([]);
  });
});
