import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Precision } from '../../backbones/backbone';
import type { BackboneChoice, Study } from '../../state/slices/types';
import { type AppStore, createAppStore } from '../../state/store';
import { calm, soon, type TestApp, testApp } from '../../testing/test-app';
import { testTokens } from '../../testing/test-environment';
import { testImages } from '../../testing/test-images';
import { said } from '../../testing/test-notices';
import { testRun } from '../../testing/test-run';
import type { CompareRequest } from '../../training/run/compare-api';
import type { SwitchEnd } from '../backbone/switch-backbone';
import { createNotices } from '../notices';
import { withStudy } from './backbone-studies';
import { BackboneStudies } from './backbone-study';
import type { StudyEnd } from './probe-study';

const A = choice('hiera-tiny-224');
const B = choice('dino-vits16');
const C = choice('siglip-base');
const NOT_FOUND = { code: 'unexpected', detail: 'Not found.' } as const;

let store: AppStore;
let backbones: ReturnType<typeof switcher>;
let comparisons: BackboneStudies;
let log: string[];
/** Backbones that can't be had. */
let broken: string[];
/** Backbones whose study goes on until it is ended. */
let hold: string[];
let endStudy: (end: StudyEnd) => void;

function choice(backboneId: string): BackboneChoice {
  return { backboneId, precision: 'fp32' };
}

beforeEach(() => {
  store = createAppStore();
  log = [];
  broken = [];
  hold = [];
  store.setState({
    classes: ['a', 'b'].map((id) => ({ id, name: id })),
    images: [...testImages('a', ['1', '2']), ...testImages('b', ['3', '4'])],
  });
  endStudy = () => undefined;
  backbones = switcher();
  comparisons = new BackboneStudies(store, backbones, studyRunner(), createNotices(store));
});

/** Switches at once, or fails, unless something else is wanted by then. */
function switcher(): ConstructorParameters<typeof BackboneStudies>[1] {
  const choose = async (backboneId: string, precision: Precision = 'fp32'): Promise<SwitchEnd> => {
    const target = { backboneId, precision };
    const switching = { kind: 'queued', target } as const;
    store.setState({ switching });
    await Promise.resolve();
    if (store.getState().switching !== switching) return { kind: 'cancelled' };
    log.push(`switch ${backboneId}`);
    if (broken.includes(backboneId)) {
      const failed = { target, failure: NOT_FOUND } as const;
      store.setState({ switching: { kind: 'failed', ...failed } });
      return { kind: 'failed', failure: NOT_FOUND };
    }
    endStudy({ kind: 'paused', reason: null });
    store.setState({ ...target, switching: { kind: 'idle' }, study: { kind: 'idle' } });
    return { kind: 'arrived' };
  };
  return { choose, cancel: () => store.setState({ switching: { kind: 'idle' } }) };
}

/** Finishes a study at once, unless it is to be held. */
function studyRunner(): ConstructorParameters<typeof BackboneStudies>[2] {
  return {
    async carryOut(study) {
      if (!study) throw new Error('Every study of a comparison is planned.');
      await Promise.resolve();
      log.push(`study ${study.backboneId}: ${missing(study).join(', ')}`);
      if (hold.includes(study.backboneId)) {
        store.setState({ study: { kind: 'running', study, current: null } });
        return new Promise((resolve) => {
          endStudy = resolve;
        });
      }
      const done = finished(study);
      store.setState(({ backboneStudies }) => ({
        study: { kind: 'done', study: done },
        backboneStudies: withStudy(backboneStudies, done),
      }));
      return { kind: 'done' };
    },
    cancel() {
      const { study: status } = store.getState();
      if (status.kind !== 'running') return;
      store.setState({ study: { kind: 'paused', study: status.study, reason: null } });
      endStudy({ kind: 'paused', reason: null });
    },
  };
}

const missing = ({ entries, results }: Study) =>
  entries.map(({ key }) => key).filter((key) => results.every((result) => result.key !== key));

const finished = (study: Study): Study => ({
  ...study,
  results: study.entries.flatMap(({ key }) =>
    Array.from({ length: study.folds }, (_, fold) => {
      return { key, fold, correct: 1, total: 2, milliseconds: 1 };
    }),
  ),
});

const until = (kind: string) =>
  vi.waitFor(() => expect(store.getState().comparison.kind).toBe(kind));
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test('backbones come one after another, the one in use first, and it is in use again at the end', async () => {
  comparisons.start([B, A, C]);
  await until('done');
  expect(log).toEqual([
    'study hiera-tiny-224: knn, gap, ep queries=8 dOut=1',
    'switch dino-vits16',
    'study dino-vits16: knn, linear, ep queries=8 dOut=1',
    'switch siglip-base',
    'study siglip-base: knn, gap, ep queries=8 dOut=1',
    'switch hiera-tiny-224',
  ]);
  expect(Object.keys(store.getState().backboneStudies)).toEqual([
    'hiera-tiny-224',
    'dino-vits16',
    'siglip-base',
  ]);
  expect(store.getState()).toMatchObject(A);
});

test('a backbone that can’t be had is named, and the others are compared all the same', async () => {
  broken = [B.backboneId];
  comparisons.start([B, C]);
  await until('done');
  expect(store.getState().comparison).toMatchObject({
    comparison: { failed: [{ backboneId: B.backboneId, reason: NOT_FOUND }] },
  });
  expect(store.getState()).toMatchObject({ ...A, switching: { kind: 'idle' } });
  expect(store.getState().messages).toMatchObject([
    { severity: 'error', what: { code: 'backbone-not-compared', failure: NOT_FOUND } },
  ]);
  expect(said(store)).toEqual(['DINO ViT-S/16 It could not be compared: Not found.']);
});

test('cancelling ends what is under way and goes home; resuming goes on where it was', async () => {
  hold = [B.backboneId];
  comparisons.start([A, B, C]);
  await vi.waitFor(() => expect(store.getState().study.kind).toBe('running'));
  comparisons.cancel();
  await vi.waitFor(() => expect(store.getState().backboneId).toBe(A.backboneId));
  await settled();
  expect(store.getState().comparison).toMatchObject({ kind: 'paused', comparison: { done: 1 } });
  log = [];
  hold = [];
  comparisons.resume();
  await until('done');
  expect(log[0]).toBe('switch dino-vits16');
  expect(log).not.toContain('study hiera-tiny-224: knn, gap, ep queries=8 dOut=1');
  expect(store.getState()).toMatchObject(A);
});

test('what is known already is not trained again', async () => {
  comparisons.start([A]);
  await until('done');
  log = [];
  comparisons.start([A], 4);
  await vi.waitFor(() => expect(log).toHaveLength(1));
  await until('done');
  expect(log).toEqual(['study hiera-tiny-224: ep queries=4 dOut=1']);
});

test('a person who chooses another backbone meanwhile stays there', async () => {
  hold = [B.backboneId];
  comparisons.start([B]);
  await vi.waitFor(() => expect(store.getState().study.kind).toBe('running'));
  void backbones.choose(C.backboneId, 'fp32');
  await until('paused');
  await settled();
  expect(store.getState()).toMatchObject(C);
});

test('it waits until a training run is over', async () => {
  store.setState({ training: { kind: 'running', epochs: 1, curve: [], stopping: false } });
  comparisons.start([A]);
  await settled();
  expect(store.getState().comparison).toMatchObject({ kind: 'running', step: 'waiting' });
  store.setState({ training: { kind: 'idle' } });
  await until('done');
});

describe('with all that it rests on: switching, extraction, studies', () => {
  let app: TestApp;
  /** Backbones whose studies wait for the test; others are finished at once. */
  let held: string[];

  beforeEach(async () => {
    held = [];
    app = testApp();
    await app.start();
    await app.addImages('cats', 'a.png', 'b.png');
    await app.addImages('dogs', 'c.png', 'd.png');
    await app.untilTokens();
    app.store.subscribe(
      ({ study }) => study.kind === 'running' && study.study.backboneId,
      (backboneId) => {
        if (backboneId && !held.includes(backboneId)) void finishStudy();
      },
    );
  });

  const comparison = () => app.state().comparison;
  const untilIs = (kind: string) => soon(() => comparison().kind === kind);
  const untilAsked = (times: number) => soon(() => app.trainer().asked('compare').length === times);

  /** Reports every fold that is missing, and ends the study. */
  async function finishStudy(): Promise<void> {
    await calm();
    const call = app.trainer().last('compare');
    for (const { key, fold } of missingFolds(call.args)) {
      call.progress({ kind: 'fold', result: { key, fold, correct: 1, total: 2, milliseconds: 1 } });
    }
    call.answer(null);
  }

  function missingFolds({ entries, folds, repeats, finished }: CompareRequest) {
    return entries.flatMap(({ key }) =>
      Array.from({ length: folds * repeats }, (_, fold) => ({ key, fold })).filter(
        ({ fold }) => !finished.includes(`${fold}:${key}`),
      ),
    );
  }

  test('each backbone makes its tokens and trains its probes; then the one of before is back', async () => {
    app.commands.compareBackbones([B, A]);
    await untilIs('done');
    expect(
      app
        .trainer()
        .asked('compare')
        .map(({ entries }) => entries.map(({ key }) => key)),
    ).toEqual([
      ['knn', 'gap', 'ep queries=8 dOut=1'],
      ['knn', 'linear', 'ep queries=8 dOut=1'],
    ]);
    expect(app.state()).toMatchObject(A);
    const { backboneStudies } = app.state();
    expect(backboneStudies[A.backboneId]?.results).toHaveLength(6);
    expect(backboneStudies[B.backboneId]?.results).toHaveLength(6);
    await app.untilTokens();
    // Its numbers are those on show, and its tokens come from the cache.
    expect(app.state().study).toMatchObject({ kind: 'done', study: { backboneId: A.backboneId } });
    expect(app.state().tokensFromCache).toBe(4);
  });

  test('one that does not run is named, and the others are compared', async () => {
    const { load } = app.browser.backboneReplies;
    app.browser.backboneReplies.load = (args) => {
      if (args.backbone.id === B.backboneId || !load) throw new Error('No such operator.');
      return load(args);
    };
    app.commands.compareBackbones([B, C]);
    await untilIs('done');
    expect(comparison()).toMatchObject({ comparison: { failed: [{ backboneId: B.backboneId }] } });
    expect(Object.keys(app.state().backboneStudies)).toEqual([C.backboneId]);
    expect(app.state()).toMatchObject({ ...A, switching: { kind: 'idle' } });
    expect(app.state().messages.map(({ what }) => what.code)).toEqual(['backbone-not-compared']);
  });

  test('cancelled while probes are trained it goes home, and resumed it goes on where it was', async () => {
    held = [B.backboneId];
    app.commands.compareBackbones([A, B, C]);
    await untilAsked(2);
    const under = app.trainer().last('compare');
    under.progress({
      kind: 'fold',
      result: { key: 'knn', fold: 0, correct: 1, total: 2, milliseconds: 1 },
    });
    await soon(() => app.state().backboneStudies[B.backboneId]?.results.length === 1);
    app.commands.cancelComparison();
    expect(comparison()).toMatchObject({ kind: 'paused', reason: null, comparison: { done: 1 } });
    await soon(() => app.state().backboneId === A.backboneId);
    await calm();
    expect(under.aborted).toBe(true);
    expect(app.state().switching).toEqual({ kind: 'idle' });

    held = [];
    app.commands.resumeComparison();
    await untilIs('done');
    const { finished } = app.trainer().asked('compare')[2] ?? {};
    expect(finished).toEqual(['0:knn']);
    expect(app.state()).toMatchObject(A);
    expect(app.state().backboneStudies[B.backboneId]?.results).toHaveLength(6);
  });

  test('cancelled while a backbone starts it leaves the one in use', async () => {
    app.browser.backboneReplies.load = () => new Promise(() => undefined);
    app.commands.compareBackbones([B]);
    await soon(() => app.state().switching.kind === 'starting');
    app.commands.cancelComparison();
    await soon(() => app.state().switching.kind === 'idle');
    await calm();
    expect(app.state()).toMatchObject(A);
    expect(comparison().kind).toBe('paused');
  });

  test('a switch that the person calls off pauses it', async () => {
    app.browser.backboneReplies.load = () => new Promise(() => undefined);
    app.commands.compareBackbones([B]);
    await soon(() => app.state().switching.kind === 'starting');
    app.commands.cancelDownload();
    await untilIs('paused');
    expect(comparison()).toMatchObject({ reason: { code: 'switch-cancelled' } });
  });

  test('an extraction that the person cancels pauses it', async () => {
    app.browser.backboneReplies.extract = async ({ crop }) =>
      (await crop.text()) === 'a.png' ? new Promise(() => undefined) : testTokens();
    app.commands.compareBackbones([B]);
    await soon(() => app.state().extraction.kind === 'running');
    app.commands.cancelExtraction();
    await untilIs('paused');
    expect(comparison()).toMatchObject({ reason: { code: 'extraction-cancelled' } });
  });

  test('a study that the person cancels pauses it, and the one of before comes back', async () => {
    held = [B.backboneId];
    app.commands.compareBackbones([B]);
    await untilAsked(1);
    app.commands.cancelStudy();
    await untilIs('paused');
    expect(comparison()).toMatchObject({ reason: { code: 'study-cancelled' } });
    await soon(() => app.state().backboneId === A.backboneId);
  });

  test('a trainer that dies pauses it with the reason, and it can be resumed', async () => {
    held = [B.backboneId];
    app.commands.compareBackbones([B]);
    await untilAsked(1);
    app.trainer().die();
    await untilIs('paused');
    expect(comparison()).toMatchObject({ reason: { code: 'study-worker-died' } });
    await soon(() => app.state().backboneId === A.backboneId);
    held = [];
    app.commands.resumeComparison();
    await untilIs('done');
    expect(app.state()).toMatchObject(A);
  });

  test('classes that go while it waits for a training run leave nothing to compare', async () => {
    app.commands.train();
    await soon(() => app.trainer().asked('train').length === 1);
    app.commands.compareBackbones([A]);
    await calm();
    expect(comparison()).toMatchObject({ kind: 'running', step: 'waiting' });
    app.commands.deleteClass(app.classId('dogs'));
    app.trainer().last('train').answer(testRun('h1').result);
    await untilIs('done');
    expect(comparison()).toMatchObject({
      comparison: { failed: [{ backboneId: A.backboneId, reason: { code: 'too-few-classes' } }] },
    });
    expect(app.trainer().asked('compare')).toEqual([]);
  });

  test('a person who chooses another backbone meanwhile stays there', async () => {
    held = [B.backboneId];
    app.commands.compareBackbones([B]);
    await untilAsked(1);
    app.commands.chooseBackbone(C.backboneId, 'fp32');
    await untilIs('paused');
    await soon(() => app.state().backboneId === C.backboneId);
    await calm();
    expect(app.state()).toMatchObject(C);
  });
});
