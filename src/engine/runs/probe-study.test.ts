import { beforeEach, describe, expect, test } from 'vitest';
import { isStudyStale } from '../../state/derive/training-set';
import type { Study } from '../../state/slices/types';
import { calm, soon, type TestApp, testApp } from '../../testing/test-app';
import { testTokens } from '../../testing/test-environment';
import { said } from '../../testing/test-notices';
import { testPromise } from '../../testing/test-promise';
import { testRun } from '../../testing/test-run';
import { type FoldResult, foldKey } from '../../training/run/compare-api';
import type { ImageTokens } from '../../vocabulary/images';

let app: TestApp;

beforeEach(async () => {
  app = testApp();
  await app.start();
  await app.addImages('cats', 'a.png', 'b.png', 'c.png');
  await app.addImages('dogs', 'd.png', 'e.png', 'f.png');
  app.commands.setTicked(['ep queries=8 dOut=1']);
});

const status = () => app.state().study;
const kind = () => status().kind;
/** The study that is planned, under way or over. */
const study = (): Study => {
  const now = status();
  if (now.kind === 'idle' || !now.study) throw new Error('There is no study.');
  return now.study;
};
const compare = () => app.trainer().last('compare');
const untilAsked = (times = 1) => soon(() => app.trainer().asked('compare').length === times);
const begin = async () => {
  await app.untilTokens();
  app.commands.startStudy();
  await untilAsked();
};
const fold = (key: string, number: number): FoldResult => {
  return { key, fold: number, correct: 1, total: 2, milliseconds: 1 };
};
const report = (key: string, number: number) =>
  compare().progress({ kind: 'fold', result: fold(key, number) });
/** Holds back the tokens of `late.png`. @returns lets them come. */
const holdTokens = () => {
  const slow = testPromise<ImageTokens>();
  app.browser.backboneReplies.extract = async ({ crop }) =>
    (await crop.text()) === 'late.png' ? slow.promise : testTokens();
  return () => slow.resolve(testTokens());
};

describe('a study', () => {
  test('trains what is ticked, and the floors, on the same folds of all images', async () => {
    await begin();
    const [first, , ep] = study().entries;
    expect([first?.key, ep?.key]).toEqual(['gap', 'ep queries=8 dOut=1']);
    expect(status()).toMatchObject({ kind: 'running', current: { key: 'gap', fold: 0 } });
    expect(compare().args).toMatchObject({
      images: ['a', 'b', 'c', 'd', 'e', 'f'].map((name, index) => ({
        id: app.imageId(`${name}.png`),
        classIndex: Math.floor(index / 3),
      })),
      classCount: 2,
      entries: study().entries,
      folds: 3,
      repeats: 1,
      choice: 'inner',
      finished: [],
    });
    expect(isStudyStale(app.state())).toBe(false);
  });

  test('has the same recipe for all where that is wanted, and keeps to it when it goes on', async () => {
    app.commands.setSettingsChoice('shared');
    await begin();
    expect(compare().args.choice).toBe('shared');
    report('gap', 0);
    await soon(() => study().results.length === 1);
    app.commands.cancelStudy();
    app.commands.setSettingsChoice('inner');
    app.commands.resumeStudy();
    await untilAsked(2);
    expect(compare().args).toMatchObject({ choice: 'shared', finished: ['0:gap'] });
  });

  test('waits for tokens, and for a training run to end', async () => {
    await app.untilTokens();
    app.commands.train();
    await soon(() => app.trainer().asked('train').length === 1);
    app.commands.startStudy();
    await calm();
    expect(status()).toEqual({ kind: 'queued', study: null });
    const release = holdTokens();
    await app.addImages('dogs', 'late.png');
    app.trainer().last('train').answer(testRun('h1').result);
    await calm();
    expect(status()).toEqual({ kind: 'queued', study: null });
    release();
    await untilAsked();
    expect(compare().args.images).toHaveLength(7);
  });

  test('has the images that come at the very moment when it is to begin', async () => {
    await app.untilTokens();
    app.commands.startStudy();
    void app.addImages('dogs', 'late.png');
    await untilAsked();
    expect(compare().args.images).toHaveLength(7);
  });

  test('shows each fold as it comes, and keeps it for its backbone', async () => {
    await begin();
    const facts = { key: 'gap', parameters: { total: 1, pooling: 0 }, multiplyAdds: null };
    compare().progress({ kind: 'facts', facts });
    report('gap', 0);
    await soon(() => study().results.length === 1);
    expect(status()).toMatchObject({ current: { key: 'gap', fold: 1 } });
    expect(study()).toMatchObject({ facts: { gap: facts }, results: [fold('gap', 0)] });
    expect(app.state().backboneStudies[app.state().backboneId]).toEqual(study());
    compare().answer(null);
    await soon(() => kind() === 'done');
    expect(study().results).toEqual([fold('gap', 0)]);
  });

  test('is not begun beside another', async () => {
    await begin();
    app.commands.startStudy();
    await calm();
    expect(app.trainer().asked('compare')).toHaveLength(1);
  });

  test('of a class that is deleted while tokens come does not run: one class is no comparison', async () => {
    await app.untilTokens();
    const release = holdTokens();
    await app.addImages('dogs', 'late.png');
    app.commands.startStudy();
    await soon(() => kind() === 'queued');
    app.commands.deleteClass(app.classId('cats'));
    release();
    await soon(() => kind() === 'idle');
    expect(app.trainer().asked('compare')).toEqual([]);
    expect(app.state().messages.at(-1)).toMatchObject({
      severity: 'error',
      subject: { part: 'comparison' },
      what: { code: 'failed', failure: { code: 'too-few-classes' } },
    });
  });

  test('does not run where no class is left either', async () => {
    const release = holdTokens();
    await app.addImages('dogs', 'late.png');
    app.commands.startStudy();
    app.commands.clearAll();
    release();
    await soon(() => kind() === 'idle');
    expect(app.trainer().asked('compare')).toEqual([]);
    expect(app.state().messages.at(-1)?.what).toEqual({
      code: 'failed',
      failure: { code: 'too-few-classes' },
    });
  });

  test('that fails before its first fold says so and can be resumed', async () => {
    await begin();
    compare().fail(new Error('No memory.'));
    await soon(() => kind() === 'paused');
    expect(status()).toMatchObject({
      reason: { code: 'study-stopped', failure: { code: 'unexpected', detail: 'No memory.' } },
    });
    app.commands.resumeStudy();
    await untilAsked(2);
  });

  test('ages the heads that were opened from the one before', async () => {
    await begin();
    compare().answer(null);
    await soon(() => kind() === 'done');
    const opened = app.commands.openHead('gap');
    app
      .trainer()
      .last('openHead')
      .answer({ result: testRun('h1').result, curve: [] });
    await opened;
    expect(app.state().openedKey).toBe('gap');
    app.commands.startStudy();
    await untilAsked(2);
    expect(app.state()).toMatchObject({ openedKey: '', heads: [{ studyKey: '' }] });
  });
});

describe('cancelled', () => {
  test('while it waits, a new one is forgotten', async () => {
    holdTokens();
    await app.addImages('dogs', 'late.png');
    app.commands.startStudy();
    app.commands.cancelStudy();
    expect(status()).toEqual({ kind: 'idle' });
    expect(app.state().messages).toEqual([]);
  });

  test('it keeps what is finished; resumed it asks for what is missing alone', async () => {
    await begin();
    report('gap', 0);
    await soon(() => study().results.length === 1);
    const before = compare();
    app.commands.cancelStudy();
    expect(status()).toMatchObject({ kind: 'paused', reason: null });
    await calm();
    expect(before.aborted).toBe(true);
    // A fold that was reported before the worker heard of it.
    before.progress({ kind: 'fold', result: fold('gap', 1) });
    await calm();
    expect(study().results).toEqual([fold('gap', 0)]);

    app.commands.resumeStudy();
    await untilAsked(2);
    expect(compare().args.finished).toEqual([foldKey(fold('gap', 0))]);
    expect(status()).toMatchObject({ kind: 'running', current: { key: 'gap', fold: 1 } });
    report('gap', 1);
    compare().answer(null);
    await soon(() => kind() === 'done');
    expect(study().results).toEqual([fold('gap', 0), fold('gap', 1)]);
  });

  test('and resumed at once it goes on once', async () => {
    await begin();
    app.commands.cancelStudy();
    app.commands.resumeStudy();
    await untilAsked(2);
    compare().answer(null);
    await soon(() => kind() === 'done');
    await calm();
    expect(app.trainer().asked('compare')).toHaveLength(2);
  });
});

describe('resumed after images have changed', () => {
  const pauseAndTrain = async () => {
    await begin();
    report('gap', 0);
    await soon(() => study().results.length === 1);
    app.commands.cancelStudy();
    app.commands.train();
    await soon(() => app.trainer().asked('train').length === 1);
    app.commands.resumeStudy();
    await calm();
    expect(kind()).toBe('queued');
  };
  const endRun = () => app.trainer().last('train').answer(testRun('h1').result);

  test.each([
    ['an image goes', () => app.commands.deleteImage(app.imageId('a.png'))],
    ['an image comes', () => app.addImages('cats', 'new.png')],
    ['an image moves', () => app.commands.moveImage(app.imageId('a.png'), app.classId('dogs'))],
    ['a class goes', () => app.commands.deleteClass(app.classId('dogs'))],
  ])('behind a training run: %s, so old and new folds would mix', async (_, change) => {
    await pauseAndTrain();
    await change();
    endRun();
    await soon(() => kind() === 'paused');
    expect(status()).toMatchObject({ reason: { code: 'study-outdated' } });
    expect(study().results).toEqual([fold('gap', 0)]);
    expect(app.trainer().asked('compare')).toHaveLength(1);
  });

  test('and back again it goes on', async () => {
    await pauseAndTrain();
    app.commands.deleteImage(app.imageId('a.png'));
    endRun();
    await soon(() => kind() === 'paused');
    app.commands.undo();
    app.commands.resumeStudy();
    await untilAsked(2);
    expect(compare().args.finished).toEqual([foldKey(fold('gap', 0))]);
  });

  test('its folds are those of the labels that it was planned with', async () => {
    await begin();
    const { images } = compare().args;
    report('gap', 0);
    app.commands.cancelStudy();
    app.commands.renameClass(app.classId('cats'), 'tigers');
    app.commands.setFolds(2);
    app.commands.setSeed(7);
    app.commands.resumeStudy();
    await untilAsked(2);
    expect(compare().args).toMatchObject({ images, folds: 3, seed: 0 });
  });
});

describe('a worker that dies', () => {
  test('leaves the finished folds, and the study can go on with a fresh one', async () => {
    await begin();
    report('gap', 0);
    await soon(() => study().results.length === 1);
    app.trainer().die();
    await soon(() => kind() === 'paused');
    expect(status()).toMatchObject({ reason: { code: 'study-worker-died' } });
    expect(study().results).toEqual([fold('gap', 0)]);
    await soon(() => app.browser.trainers.length === 2);
    app.commands.resumeStudy();
    await untilAsked();
    expect(app.trainer().asked('putTokens')).toHaveLength(6);
    expect(compare().args.finished).toEqual([foldKey(fold('gap', 0))]);
  });
});

describe('another backbone', () => {
  test('ends a study; its numbers are there again on the way back', async () => {
    await begin();
    report('gap', 0);
    await soon(() => study().results.length === 1);
    const late = compare();
    app.commands.chooseBackbone('dino-vits16', 'fp32');
    await soon(() => app.state().backboneId === 'dino-vits16');
    expect(status()).toEqual({ kind: 'idle' });
    late.progress({ kind: 'fold', result: fold('gap', 1) });
    late.answer(null);
    await app.untilTokens();
    await calm();
    expect(status()).toEqual({ kind: 'idle' });
    app.commands.chooseBackbone('hiera-tiny-224', 'fp32');
    await soon(() => app.state().backboneId === 'hiera-tiny-224');
    expect(kind()).toBe('paused');
    expect(study().results).toEqual([fold('gap', 0)]);
  });

  test('makes a study that waits for tokens none of its own', async () => {
    const release = holdTokens();
    await app.addImages('dogs', 'late.png');
    app.commands.startStudy();
    app.commands.chooseBackbone('dino-vits16', 'fp32');
    await soon(() => app.state().backboneId === 'dino-vits16');
    release();
    await app.untilTokens();
    await calm();
    expect(status()).toEqual({ kind: 'idle' });
    expect(app.trainer().asked('compare')).toEqual([]);
  });
});

test('the head of an entry has the recipe with what its first fold chose', async () => {
  const chosen = (learningRate: number) => ({
    kind: 'recipe' as const,
    setting: { learningRate },
    inner: { correct: 1, total: 2, loss: 1 },
    milliseconds: 1,
  });
  await begin();
  for (const number of [1, 0]) {
    const result = { ...fold('gap', number), chosen: chosen(number === 0 ? 0.5 : 0.25) };
    compare().progress({ kind: 'fold', result });
  }
  compare().answer(null);
  await soon(() => kind() === 'done');
  const opened = app.commands.openHead('gap');
  const { result } = testRun('h1', [app.imageId('a.png')]);
  app.trainer().last('openHead').answer({ result, curve: [] });
  await opened;
  expect(app.state().training).toMatchObject({
    run: { recipe: { ...study().recipe, learningRate: 0.5 } },
  });
});

describe('the head of a finished entry', () => {
  const KEY = 'ep queries=8 dOut=1';

  beforeEach(async () => {
    await begin();
    compare().answer(null);
    await soon(() => kind() === 'done');
  });

  const answer = (headId: string) => {
    const { result } = testRun(headId, [app.imageId('a.png')]);
    return { result, curve: [] };
  };

  test('is shown like that of a run', async () => {
    const opened = app.commands.openHead(KEY);
    expect(app.state().openingKey).toBe(KEY);
    app.trainer().last('openHead').answer(answer('h1'));
    await opened;
    expect(app.trainer().asked('openHead')).toEqual([{ key: KEY }]);
    expect(app.state()).toMatchObject({
      openingKey: null,
      openedKey: KEY,
      training: {
        kind: 'done',
        run: { probe: { name: 'ep' }, labels: study().labels, result: { headId: 'h1' } },
        predictions: { [app.imageId('a.png')]: { probabilities: [0.75, 0.25] } },
      },
      heads: [{ studyKey: KEY }],
    });
  });

  test('that is gone is trained again, alone', async () => {
    const opened = app.commands.openHead(KEY);
    app.trainer().last('openHead').answer(null);
    await untilAsked(2);
    const { folds, repeats } = study();
    const others = Array.from({ length: folds * repeats - 1 }, (_, index) => `${index + 1}:${KEY}`);
    expect(compare().args).toMatchObject({ entries: [{ key: KEY }], finished: others });
    expect(others).not.toEqual([]);
    compare().progress({ kind: 'fold', result: fold(KEY, 0) });
    compare().answer(null);
    await soon(() => app.trainer().asked('openHead').length === 2);
    app.trainer().last('openHead').answer(answer('h2'));
    await opened;
    expect(app.state()).toMatchObject({ openedKey: KEY, heads: [{ studyKey: KEY }] });
    expect(kind()).toBe('done');
    expect(study().results).toEqual([]);
  });

  test('that is gone with its images says so, and the one on show stays', async () => {
    app.commands.deleteImage(app.imageId('a.png'));
    const opened = app.commands.openHead(KEY);
    app.trainer().last('openHead').answer(null);
    await opened;
    expect(app.trainer().asked('compare')).toHaveLength(1);
    expect(app.state()).toMatchObject({ openingKey: null, openedKey: null, heads: [] });
    expect(app.state().messages.at(-1)?.what).toEqual({ code: 'head-gone' });
    expect(said(app.store)).toHaveLength(2);
  });

  test('is not shown once another was asked for', async () => {
    const first = app.commands.openHead('gap');
    const late = app.trainer().last('openHead');
    const second = app.commands.openHead(KEY);
    app.trainer().last('openHead').answer(answer('h2'));
    await second;
    late.answer(answer('h1'));
    await first;
    expect(app.state()).toMatchObject({ openedKey: KEY, heads: [{ studyKey: KEY }] });
  });

  test('does not take the place of a run that began meanwhile', async () => {
    const opened = app.commands.openHead(KEY);
    app.commands.train();
    app.trainer().last('openHead').answer(answer('h1'));
    await opened;
    expect(app.state()).toMatchObject({ openingKey: null, openedKey: null });
    expect(app.state().training.kind).not.toBe('done');
  });
});
