import { beforeEach, describe, expect, test } from 'vitest';
import { lowShotEntries, lowShotReadiness, lowShotStaleness } from '../../state/derive/low-shot';
import { readiness, studyReadiness } from '../../state/derive/readiness';
import type { LowShotStudy } from '../../state/slices/types';
import { calm, soon, type TestApp, testApp } from '../../testing/test-app';
import { testRun } from '../../testing/test-run';
import { type ShotResult, shotKey } from '../../training/run/low-shot-api';

let app: TestApp;

beforeEach(async () => {
  app = testApp();
  await app.start();
  await app.addImages('cats', 'a.png', 'b.png', 'c.png', 'd.png', 'e.png', 'f.png');
  await app.addImages('dogs', 'g.png', 'h.png', 'i.png', 'j.png', 'k.png', 'l.png', 'm.png');
  await app.untilTokens();
});

const status = () => app.state().lowShot;
const study = (): LowShotStudy => {
  const now = status();
  if (now.kind === 'idle' || !now.study) throw new Error('There is no study.');
  return now.study;
};
const call = () => app.trainer().last('lowShot');
const untilAsked = (times = 1) => soon(() => app.trainer().asked('lowShot').length === times);
const begin = async () => {
  app.commands.startLowShot();
  await untilAsked();
};
const shot = (key: string, perClass: number, fold: number): ShotResult => {
  return { key, perClass, fold, correct: 1, total: 2, milliseconds: 1 };
};

describe('a low-shot study', () => {
  test('measures EP, mean pooling and what is ticked, at sizes that the smallest class fills', async () => {
    app.commands.setShotTicked(['knn', 'ep queries=8 dOut=1']);
    await begin();
    const keys = study().entries.map(({ key }) => key);
    expect(keys).toHaveLength(3);
    expect(keys).toEqual([expect.stringMatching(/^ep queries=/), 'gap', 'knn']);
    expect(call().args).toMatchObject({
      classCount: 2,
      entries: study().entries,
      sizes: [2, 4],
      folds: 5,
      repeats: 1,
      finished: [],
    });
    expect(call().args.images).toHaveLength(13);
    expect(call().args.recipe.epochs).toBe(50);
    expect(study().ceiling).toEqual({ className: 'cats', images: 4 });
    expect(lowShotStaleness(app.state())).toBeNull();
  });

  test('shows each result as it comes, is cancelled, and goes on with what is missing', async () => {
    await begin();
    call().progress(shot('gap', 2, 0));
    await soon(() => study().results.length === 1);
    app.commands.cancelLowShot();
    expect(status()).toMatchObject({ kind: 'paused', reason: null });
    app.commands.resumeLowShot();
    await untilAsked(2);
    expect(call().args.finished).toEqual([shotKey(shot('gap', 2, 0))]);
    call().progress(shot('gap', 2, 1));
    call().answer(null);
    await soon(() => status().kind === 'done');
    expect(study().results).toEqual([shot('gap', 2, 0), shot('gap', 2, 1)]);
  });

  test('does not go on with other images', async () => {
    await begin();
    app.commands.cancelLowShot();
    await app.addImages('dogs', 'n.png');
    await app.untilTokens();
    expect(lowShotStaleness(app.state())).toBe('images');
    app.commands.resumeLowShot();
    await soon(() => status().kind === 'paused');
    expect(status()).toMatchObject({ reason: { code: 'study-outdated' } });
    expect(app.trainer().asked('lowShot')).toHaveLength(1);
  });

  test('and training, or another comparison, keep off each other', async () => {
    await begin();
    expect(readiness(app.state())).toEqual({ ready: false, reason: { code: 'study-running' } });
    expect(studyReadiness(app.state())).toMatchObject({ reason: { code: 'study-under-way' } });
    app.commands.train();
    app.commands.startStudy();
    app.commands.startLowShot();
    await calm();
    expect(app.trainer().asked('train')).toEqual([]);
    expect(app.trainer().asked('compare')).toEqual([]);
    expect(app.trainer().asked('lowShot')).toHaveLength(1);
    call().answer(null);
    await soon(() => status().kind === 'done');
    app.commands.startStudy();
    await soon(() => app.trainer().asked('compare').length === 1);
    expect(lowShotReadiness(app.state())).toMatchObject({ reason: { code: 'study-under-way' } });
  });

  test('a comparison that is resumed waits for it', async () => {
    app.commands.startStudy();
    await soon(() => app.trainer().asked('compare').length === 1);
    app.commands.cancelStudy();
    await begin();
    app.commands.resumeStudy();
    await calm();
    expect(app.trainer().asked('compare')).toHaveLength(1);
    call().answer(null);
    await soon(() => app.trainer().asked('compare').length === 2);
  });

  test('waits for a training run to end', async () => {
    app.commands.train();
    await soon(() => app.trainer().asked('train').length === 1);
    app.commands.startLowShot();
    await calm();
    expect(status()).toEqual({ kind: 'queued', study: null });
    app.trainer().last('train').answer(testRun('h1').result);
    await untilAsked();
  });

  test('that fails says so and can be resumed', async () => {
    await begin();
    call().fail(new Error('No memory.'));
    await soon(() => status().kind === 'paused');
    expect(status()).toMatchObject({ reason: { code: 'study-stopped' } });
    app.commands.resumeLowShot();
    await untilAsked(2);
  });

  test('of another backbone stays, and says whose it is', async () => {
    await begin();
    call().progress(shot('gap', 2, 0));
    await soon(() => study().results.length === 1);
    app.commands.chooseBackbone('dino-vits16', 'fp32');
    await soon(() => app.state().backboneId === 'dino-vits16');
    expect(status()).toMatchObject({ kind: 'paused', reason: null });
    expect(lowShotStaleness(app.state())).toBe('backbone');
  });

  test('is not begun where a class leaves a single image to train on', async () => {
    await app.addImages('birds', 'x.png', 'y.png');
    await app.untilTokens();
    expect(lowShotReadiness(app.state())).toEqual({
      ready: false,
      reason: { code: 'too-few-shots', className: 'birds', images: 1 },
    });
    app.commands.startLowShot();
    await calm();
    expect(status()).toEqual({ kind: 'idle' });
  });
});

test('at most eight lines, EP and mean pooling among them', () => {
  const all = ['knn', 'simpool', 'esimpool', 'aim', 'coca', 'siglip', 'jepa', 'cae'];
  app.commands.setShotTicked(all);
  expect(lowShotEntries(app.state())).toHaveLength(8);
});
