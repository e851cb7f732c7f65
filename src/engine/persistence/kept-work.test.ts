import { beforeEach, describe, expect, test } from 'vitest';
import { createPanes } from '../../state/panes';
import { headIdOf, MOST_HEADS } from '../../state/slices/inspector';
import { createAppStore } from '../../state/store';
import type { StoredStudies, StoredView } from '../../storage/head-schema';
import { calm, soon, type TestApp, testApp } from '../../testing/test-app';
import { FakeHeads, testNumbers } from '../../testing/test-heads';
import { testRun } from '../../testing/test-run';
import { testTrainer } from '../../testing/test-trainer';
import { AppError } from '../../vocabulary/failures';
import { HeadHistory } from '../inspect/head-history';
import { createQueries } from '../inspect/queries';
import { createNotices } from '../notices';
import { KeptWork } from './kept-work';
import { withoutWork } from './stored-work';

let app: TestApp;
let disk: FakeHeads;

beforeEach(async () => {
  app = testApp();
  disk = app.browser.keptHeads;
  await app.start();
  await app.addImages('cats', 'a.png', 'b.png', 'c.png');
  await app.addImages('dogs', 'd.png', 'e.png', 'f.png');
  await app.untilTokens();
  await soon(() => app.state().projectId !== null);
  await calm();
});

const training = () => app.state().training;
const shown = () => {
  const now = training();
  return now.kind === 'done' ? now.run.result.headId : null;
};
const ids = () => app.state().heads.map(headIdOf);
const codes = () => app.state().messages.map(({ what }) => what.code);
const view = () => disk.view as StoredView;
const studies = () => disk.studies as StoredStudies;
const imported = () =>
  app
    .trainer()
    .asked('importHead')
    .map(({ headId }) => headId);

async function train(headId: string): Promise<void> {
  const before = app.trainer().asked('train').length;
  app.commands.train();
  await soon(() => app.trainer().asked('train').length > before);
  const imageIds = app.state().images.map(({ id }) => id);
  app.trainer().last('train').answer(testRun(headId, imageIds).result);
  await soon(() => shown() === headId);
}

/** Trains a head, and waits until it is kept. */
async function keep(headId: string): Promise<void> {
  await train(headId);
  app.browser.hide();
  await soon(() => disk.records.has(headId));
}

/** The tab goes, and the same browser opens the page again. */
async function reload(prepare: (next: TestApp['browser']) => void = () => undefined) {
  app.browser.hide();
  await calm();
  app = testApp(prepare, app);
  await app.start();
  await app.untilTokens();
}

const untilBack = (headId: string) => soon(() => shown() === headId);

describe('a head', () => {
  test('is on show again after a reload, with those that were set aside and all that is known of them', async () => {
    await keep('h1');
    await keep('h2');
    const { heads } = app.state();
    await reload();
    await soon(() => ids().length === 2);
    expect(app.state().heads).toEqual(heads);
    expect(shown()).toBe('h2');
    expect(imported()).toEqual(['h2', 'h1']);
    expect(app.trainer().asked('importHead')[0]?.head).toEqual(testNumbers());
    expect(app.trainer().asked('train')).toEqual([]);
    // It can be looked at like any other.
    await soon(() => app.panes.main.prediction.read() !== null);
    expect(app.trainer().last('inspect').args.head).toEqual({ headId: 'h2', epoch: null });
    app.commands.showHead('h1');
    expect(shown()).toBe('h1');
    expect(codes()).toEqual([]);
  });

  test('is kept once; what becomes known of it later is written without its numbers', async () => {
    await keep('h1');
    await app.addImages('dogs', 'new.png');
    await app.untilTokens();
    const id = app.imageId('new.png');
    await soon(() => disk.records.get('h1')?.predictions[id] !== undefined);
    // The head alone, then with its past.
    expect(disk.log.filter((line) => line.includes(' '))).toEqual(['h1 0', 'h1 2']);
    await reload();
    await untilBack('h1');
    expect(training()).toMatchObject({ predictions: { [id]: { imageId: id } } });
  });

  test('that nobody can choose any more goes from the disk, too', async () => {
    for (let i = 0; i <= MOST_HEADS; i++) await keep(`h${i}`);
    await soon(() => !disk.records.has('h0'));
    expect([...disk.numbers.keys()]).toEqual(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
  });

  test('of another backbone stays away, and comes back with it', async () => {
    await keep('h1');
    const { backboneId } = app.state();
    app.commands.chooseBackbone('dino-vits16', 'fp32');
    await soon(() => app.state().backboneId === 'dino-vits16');
    await app.untilTokens();
    await calm();
    expect(shown()).toBeNull();
    await reload();
    await calm();
    expect(shown()).toBeNull();
    expect(imported()).toEqual([]);
    app.commands.chooseBackbone(backboneId, 'fp32');
    await untilBack('h1');
  });

  test('is not shown where every image has gone', async () => {
    await keep('h1');
    app.commands.clearAll();
    await reload();
    await calm();
    expect(app.state()).toMatchObject({ images: [], heads: [], training: { kind: 'idle' } });
    expect(disk.records.has('h1')).toBe(true);
  });

  test('that is trained while others come back stays on show', async () => {
    await keep('h1');
    app.browser.hide();
    await calm();
    let answer: (head: null) => void = () => undefined;
    app = testApp((next) => {
      next.trainerReplies.importHead = () =>
        new Promise((resolve) => {
          answer = resolve;
        });
    }, app);
    await app.start();
    await app.untilTokens();
    await train('h2');
    answer(null);
    await soon(() => ids().length === 2);
    expect(ids()).toEqual(['h2', 'h1']);
    expect(shown()).toBe('h2');
  });
});

describe('a worker that dies', () => {
  test('leaves the heads that are kept: they come back as they were looked at, untrained', async () => {
    await keep('h1');
    await keep('h2');
    app.commands.setEpoch(50);
    app.commands.setBeside({ kind: 'head', headId: 'h1' });
    app.trainer().die();
    expect(training()).toEqual({ kind: 'idle' });
    await soon(() => app.state().beside !== null);
    expect(app.state()).toMatchObject({ epoch: 50, beside: { kind: 'head', headId: 'h1' } });
    expect(ids()).toEqual(['h2', 'h1']);
    expect(imported()).toEqual(['h2', 'h1']);
    expect(app.trainer().asked('train')).toEqual([]);
  });

  test('takes one with it that can’t be read: that is trained again, as before', async () => {
    await keep('h1');
    app.browser.trainerReplies.importHead = () => {
      throw new AppError({ code: 'head-damaged' });
    };
    app.trainer().die();
    await soon(() => app.trainer().asked('train').length === 1);
    expect(codes()).toEqual(['worker-stopped', 'head-not-back']);
    await soon(() => !disk.records.has('h1'));
  });

  test('during a run leaves the older heads at hand', async () => {
    await keep('h1');
    app.commands.train();
    await soon(() => training().kind === 'running');
    app.trainer().die();
    await soon(() => app.browser.trainers.length === 2 && ids().length === 1);
    await soon(() => training().kind === 'running');
    app.trainer().last('train').answer(testRun('h2').result);
    await untilBack('h2');
    expect(ids()).toEqual(['h2', 'h1']);
  });
});

describe('what is damaged or has no room', () => {
  test('a head that makes none is said and forgotten, and the others are there', async () => {
    await keep('h1');
    await keep('h2');
    disk.numbers.delete('h2');
    await reload();
    await untilBack('h1');
    expect(codes()).toEqual(['head-not-back']);
    await soon(() => !disk.records.has('h2'));
    await reload();
    await untilBack('h1');
    expect(codes()).toEqual([]);
  });

  test('snapshots that had no room are not offered, and it is said which', async () => {
    await keep('h1');
    disk.noRoomFor.snapshots.add('h1');
    await keep('h2');
    expect(app.state().unkept).toEqual({ h1: 'snapshots' });
    disk.numbers.set('h1', testNumbers([]));
    await reload();
    await soon(() => ids().length === 2);
    expect(app.state().unkept).toEqual({ h1: 'snapshots' });
    const results = app.state().heads.map(({ run }) => run.result.snapshots.epochs);
    expect(results).toEqual([[0, 50, 100], [100]]);
  });

  test('a head that made room for others is said, and written again when it comes on show', async () => {
    await keep('h1');
    disk.noRoomFor.head.add('h1');
    await keep('h2');
    expect(app.state().unkept).toEqual({ h1: 'head' });
    app.browser.hide();
    await calm();
    expect(disk.log).toEqual(['h1 0', 'h1 2', 'h2 0', 'h2 2']);
    disk.noRoomFor.head.clear();
    app.commands.showHead('h1');
    app.browser.hide();
    await soon(() => disk.records.has('h1'));
    expect(app.state().unkept).toEqual({});
  });

  test('on a full disk it is said once; it is tried again, and kept when there is room', async () => {
    disk.trouble = new DOMException('Full.', 'QuotaExceededError');
    await train('h1');
    app.browser.hide();
    await soon(() => codes().length > 0);
    app.commands.setQuery(2);
    app.browser.hide();
    await calm();
    expect(codes()).toEqual(['head-not-kept']);
    disk.trouble = null;
    app.browser.hide();
    await soon(() => disk.records.has('h1'));
    expect(app.state().unkept).toEqual({});
    expect(view().query).toBe(2);
  });

  test('without any storage everything goes on in memory, and nothing is said twice', async () => {
    app = testApp((browser) => {
      browser.keptHeads.trouble = new DOMException('No.', 'SecurityError');
    });
    await app.start();
    await app.addImages('cats', 'a.png', 'b.png');
    await app.addImages('dogs', 'c.png', 'd.png');
    await app.untilTokens();
    await train('h1');
    app.trainer().die();
    // As if nothing were ever kept.
    expect(training()).toEqual({ kind: 'queued' });
    await soon(() => app.trainer().asked('train').length === 1);
    expect(codes()).toEqual(['worker-stopped']);
  });

  test('a storage that can’t be read now is not written over', async () => {
    app.commands.setTicked(['gap']);
    app.commands.setQuery(3);
    app.browser.hide();
    await soon(() => view()?.query === 3);
    await reload((next) => {
      next.keptHeads.trouble = new DOMException('Later.', 'UnknownError');
    });
    app.commands.setQuery(1);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    disk.trouble = null;
    await keep('h1');
    expect(view().query).toBe(3);
    expect(studies().ticked).toEqual(['gap']);
  });
});

describe('the view', () => {
  test('is as it was left', async () => {
    await keep('h1');
    await keep('h2');
    app.commands.setMiddle('query');
    app.commands.setLayer('evidence');
    app.commands.setEvidenceClass(app.classId('dogs'));
    app.commands.setAgainst(app.classId('cats'));
    app.commands.setDrawing({ smooth: false });
    app.commands.setQuery(5);
    app.commands.setGroups(4);
    app.commands.setEpoch(50);
    app.commands.setBeside({ kind: 'image', imageId: app.imageId('f.png') });
    app.commands.select(app.imageId('e.png'));
    const before = app.state();
    await reload();
    await soon(() => app.state().beside !== null);
    for (const key of [
      ...(['middle', 'layer', 'evidenceClassId', 'againstClassId', 'drawing', 'query'] as const),
      ...(['groups', 'epoch', 'beside', 'selectedImageId'] as const),
    ]) {
      expect(app.state()[key], key).toEqual(before[key]);
    }
  });

  test('shows no moment of a training that is not kept', async () => {
    await keep('h1');
    app.commands.setEpoch(50);
    app.browser.hide();
    await soon(() => view().look?.epoch === 50);
    disk.numbers.set('h1', testNumbers([]));
    await reload();
    await untilBack('h1');
    expect(app.state().epoch).toBeNull();
  });
});

describe('a run that was under way', () => {
  const point = { epoch: 7, loss: 1, trainAccuracy: 0.5, heldOutLoss: null, heldOutAccuracy: null };

  test('is told of once, and the head of before is on show as it was', async () => {
    await keep('h1');
    app.commands.setEpoch(50);
    app.commands.train();
    await soon(() => training().kind === 'running');
    app.trainer().last('train').progress({ epochs: 100, point, maps: null });
    await soon(() => {
      const now = training();
      return now.kind === 'running' && now.curve.length === 1;
    });
    await reload();
    await untilBack('h1');
    expect(app.state().epoch).toBe(50);
    expect(app.state().messages.map(({ what }) => what)).toEqual([
      { code: 'run-cut-short', epoch: 7, epochs: 100 },
    ]);
    await reload();
    await untilBack('h1');
    expect(codes()).toEqual([]);
  });

  test('counts as that until its head is kept', async () => {
    app.commands.train();
    await soon(() => training().kind === 'running');
    app.browser.hide();
    await soon(() => view()?.underWay !== null);
    let give: (head: ReturnType<typeof testNumbers>) => void = () => undefined;
    app.browser.trainerReplies.exportHead = ({ snapshots }) =>
      snapshots
        ? testNumbers()
        : new Promise((resolve) => {
            give = resolve;
          });
    app.trainer().last('train').answer(testRun('h1').result);
    await untilBack('h1');
    app.browser.hide();
    await soon(() => app.trainer().asked('exportHead').length === 1);
    await calm();
    expect(view().underWay).toEqual({ epoch: 0, epochs: 100 });
    give(testNumbers());
    await soon(() => view().underWay === null);
    expect(disk.records.has('h1')).toBe(true);
  });
});

describe('a comparison', () => {
  const begin = async () => {
    app.commands.setTicked(['ep queries=8 dOut=1']);
    app.commands.setFolds(3);
    app.commands.startStudy();
    await soon(() => app.trainer().asked('compare').length === 1);
    const { progress } = app.trainer().last('compare');
    for (const fold of [0, 1]) {
      const result = { key: 'gap', fold, correct: 1, total: 2, milliseconds: 1 };
      progress({ kind: 'fold', result });
    }
    await soon(() => {
      const { study } = app.state();
      return study.kind === 'running' && study.study.results.length === 2;
    });
  };

  test('that was under way is there with its finished folds, and goes on', async () => {
    await begin();
    await reload();
    expect(app.state().study).toMatchObject({
      kind: 'paused',
      reason: null,
      study: { results: [{ fold: 0 }, { fold: 1 }] },
    });
    expect(app.state()).toMatchObject({ ticked: ['ep queries=8 dOut=1'], folds: 3 });
    app.commands.resumeStudy();
    await soon(() => app.trainer().asked('compare').length === 1);
    expect(app.trainer().last('compare').args.finished).toEqual(['0:gap', '1:gap']);
  });

  test('that is done is done', async () => {
    await begin();
    app.trainer().last('compare').answer(null);
    await soon(() => app.state().study.kind === 'done');
    const before = app.state().study;
    await reload();
    expect(app.state().study).toEqual(before);
    expect(Object.keys(app.state().backboneStudies)).toEqual([app.state().backboneId]);
  });

  test('on few images comes back as far as it had come', async () => {
    app.commands.setShotTicked(['knn']);
    app.commands.startLowShot();
    await soon(() => app.trainer().asked('lowShot').length === 1);
    const result = { key: 'gap', perClass: 2, fold: 0, correct: 1, total: 2, milliseconds: 1 };
    app.trainer().last('lowShot').progress(result);
    await soon(() => app.state().lowShot.kind === 'running');
    await reload();
    expect(app.state()).toMatchObject({
      shotTicked: ['knn'],
      lowShot: { kind: 'paused', study: { results: [result] }, reason: null },
    });
  });

  test('of backbones is paused where it was, and the backbone of before comes back', async () => {
    const home = { backboneId: app.state().backboneId, precision: 'fp32' as const };
    const other = { backboneId: 'dino-vits16', precision: 'fp32' as const };
    await keep('h1');
    app.commands.setComparing('backbones');
    app.commands.compareBackbones([home, other]);
    await soon(() => app.trainer().asked('compare').length === 1);
    app.trainer().last('compare').answer(null);
    await soon(() => app.state().backboneId === 'dino-vits16');
    await soon(() => app.trainer().asked('compare').length === 2);
    await reload();
    expect(app.state()).toMatchObject({
      comparing: 'backbones',
      comparison: { kind: 'paused', comparison: { done: 1, home } },
    });
    await soon(() => app.state().backboneId === home.backboneId);
    await untilBack('h1');
  });

  test('of backbones brings the head on show back in the end', async () => {
    const home = { backboneId: app.state().backboneId, precision: 'fp32' as const };
    const other = { backboneId: 'dino-vits16', precision: 'fp32' as const };
    await keep('h1');
    app.commands.compareBackbones([home, other]);
    for (const times of [1, 2]) {
      await soon(() => app.trainer().asked('compare').length === times);
      app.trainer().last('compare').answer(null);
    }
    await soon(() => app.state().comparison.kind === 'done');
    await untilBack('h1');
    expect(imported()).toEqual(['h1']);
  });
});

describe('another project', () => {
  test('begins with nothing of the one before, which has all that was made with it', async () => {
    const store = createAppStore();
    store.setState({ images: app.state().images });
    const disks = [new FakeHeads(), new FakeHeads()];
    let forgotten = 0;
    const { trainer } = testTrainer();
    const heads = new HeadHistory(store, trainer, createPanes(), createQueries(store, trainer));
    const work = new KeptWork({
      store,
      trainer,
      heads,
      notices: createNotices(store),
      open: (project) => disks[project] ?? new FakeHeads(),
      goTo: () => undefined,
      trainAgain: () => undefined,
      forget() {
        forgotten += 1;
        store.setState(withoutWork());
      },
      onHidden: () => undefined,
    });
    await work.start(0);
    store.setState({ query: 3, layer: 'evidence' });
    // Nothing was written yet.
    await work.start(1);
    expect(forgotten).toBe(1);
    expect(store.getState()).toMatchObject({ query: 0, layer: 'attention' });
    store.setState({ query: 5 });
    await work.stop();
    expect(disks.map((own) => own.view)).toMatchObject([{ query: 3 }, { query: 5 }]);
    // What happens between two projects belongs to neither.
    store.setState({ query: 7 });
    await work.start(0);
    expect(disks.map((own) => own.view)).toMatchObject([{ query: 3 }, { query: 5 }]);
  });
});
