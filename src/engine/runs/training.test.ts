import { beforeEach, describe, expect, test } from 'vitest';
import type { AppState } from '../../state/slices/types';
import { calm, soon, type TestApp, testApp } from '../../testing/test-app';
import { testTokens } from '../../testing/test-environment';
import { said } from '../../testing/test-notices';
import { testPromise } from '../../testing/test-promise';
import { testRun } from '../../testing/test-run';
import type { TrainProgress } from '../../training/run/train-api';
import { afterLoss } from './training';

const running = (stopping = false): AppState['training'] => ({
  kind: 'running',
  epochs: 5,
  curve: [],
  stopping,
});

describe('what becomes of a training whose worker is lost', () => {
  test('a run that is lost is queued again once, then it has failed', () => {
    expect(afterLoss(running(), 'died', 1)).toEqual({ kind: 'queued' });
    expect(afterLoss(running(), 'died', 2)).toMatchObject({ kind: 'failed' });
  });

  test('a run that moves to another device is queued however often', () => {
    expect(afterLoss(running(), 'replaced', 5)).toEqual({ kind: 'queued' });
  });

  test('a run that was being stopped is over', () => {
    expect(afterLoss(running(true), 'died', 1)).toEqual({ kind: 'idle' });
  });

  test('nothing becomes of a training that was not there', () => {
    expect(afterLoss({ kind: 'idle' }, 'died', 1)).toEqual({ kind: 'idle' });
  });
});

describe('a run', () => {
  let app: TestApp;

  beforeEach(async () => {
    app = testApp();
    await app.start();
    await app.addImages('cats', 'a.png', 'b.png');
    await app.addImages('dogs', 'c.png', 'd.png');
  });

  const training = () => app.state().training;
  const untilAsked = () => soon(() => app.trainer().asked('train').length > 0);
  const begin = async () => {
    await app.untilTokens();
    app.commands.train();
    await untilAsked();
  };
  const finish = (headId = 'h1') =>
    app
      .trainer()
      .last('train')
      .answer(testRun(headId, [app.imageId('a.png')]).result);
  const progress = (epoch: number, weight: number | null, imageName = 'a.png'): TrainProgress => ({
    epochs: 100,
    point: { epoch, loss: 1, trainAccuracy: 0.5, heldOutLoss: null, heldOutAccuracy: null },
    maps: weight === null ? null : mapsOf(app.imageId(imageName), weight),
  });

  test('waits for the tokens of every image, then has them all', async () => {
    const slow = testPromise<ReturnType<typeof testTokens>>();
    app.browser.backboneReplies.extract = () => slow.promise;
    await app.addImages('dogs', 'late.png');
    app.commands.train();
    await calm();
    expect(training()).toEqual({ kind: 'queued' });
    expect(app.trainer().asked('train')).toEqual([]);

    app.browser.backboneReplies.extract = testTokens;
    slow.resolve(testTokens());
    await untilAsked();
    expect(training()).toMatchObject({ kind: 'running', epochs: 100, curve: [], stopping: false });
    const { probe, recipe, seed, heldOutShare } = app.state();
    expect(app.trainer().asked('train')).toEqual([
      {
        images: [
          { id: app.imageId('a.png'), name: 'a.png', classIndex: 0 },
          { id: app.imageId('b.png'), name: 'b.png', classIndex: 0 },
          { id: app.imageId('c.png'), name: 'c.png', classIndex: 1 },
          { id: app.imageId('d.png'), name: 'd.png', classIndex: 1 },
          { id: app.imageId('late.png'), name: 'late.png', classIndex: 1 },
        ],
        classCount: 2,
        probe,
        recipe,
        seed,
        heldOutShare,
        watchedImageId: app.state().selectedImageId,
      },
    ]);
  });

  test('has the images that come at the very moment when it is to begin', async () => {
    await app.untilTokens();
    app.commands.train();
    void app.addImages('dogs', 'late.png');
    await untilAsked();
    expect(app.trainer().last('train').args.images).toHaveLength(5);
  });

  test('does not begin where too little is there, nor beside another', async () => {
    app.commands.deleteClass(app.classId('dogs'));
    app.commands.train();
    expect(training()).toEqual({ kind: 'idle' });
    app.commands.undo();
    await begin();
    app.commands.train();
    await calm();
    expect(app.trainer().asked('train')).toHaveLength(1);
  });

  test('shows the head that comes of it, with what it says of its images', async () => {
    await begin();
    finish();
    await soon(() => training().kind === 'done');
    expect(training()).toMatchObject({
      run: {
        backboneId: app.state().backboneId,
        classes: [{ name: 'cats' }, { name: 'dogs' }],
        labels: {
          [app.imageId('a.png')]: app.classId('cats'),
          [app.imageId('d.png')]: app.classId('dogs'),
        },
        result: { headId: 'h1' },
      },
      predictions: { [app.imageId('a.png')]: { probabilities: [0.75, 0.25] } },
    });
    expect(app.state().heads).toHaveLength(1);
    expect(app.state().openedKey).toBeNull();
  });

  test('leaves out a class with one image that has tokens, and says so', async () => {
    await app.addImages('birds', 'e.png');
    await begin();
    expect(app.trainer().last('train').args.classCount).toBe(2);
    expect(app.state().messages.at(-1)?.what).toEqual({
      code: 'left-out-of-run',
      classes: ['birds'],
    });
    expect(said(app.store)).toEqual([
      'Training Left out of this run, with fewer than two images that have tokens: birds.',
    ]);
  });

  test('fails where fewer than two classes are left when the tokens have come', async () => {
    app.commands.train();
    app.commands.deleteImage(app.imageId('d.png'));
    await soon(() => training().kind === 'failed');
    const reason = { code: 'too-few-classes-to-train' };
    expect(training()).toEqual({ kind: 'failed', reason });
    expect(app.state().messages.at(-1)).toMatchObject({
      severity: 'error',
      what: { code: 'failed', failure: reason },
    });
    expect(app.trainer().asked('train')).toEqual([]);
  });

  test('that still waits is called off by Stop', async () => {
    app.commands.train();
    app.commands.stop();
    expect(training()).toEqual({ kind: 'idle' });
    await app.untilTokens();
    await calm();
    expect(app.trainer().asked('train')).toEqual([]);
  });

  test('under way is asked to stop, and what there is is kept', async () => {
    await begin();
    app.commands.stop();
    expect(training()).toMatchObject({ kind: 'running', stopping: true });
    await calm();
    expect(app.trainer().asked('stop')).toHaveLength(1);
    finish();
    await soon(() => training().kind === 'done');
  });

  test('shows its curve, and the maps of the selected image alone', async () => {
    app.commands.select(app.imageId('a.png'));
    await begin();
    expect(app.trainer().asked('watch').at(-1)).toEqual({ imageId: app.imageId('a.png') });
    const { calls } = app.trainer();
    const order = calls.map(({ method }) => method);
    expect(order.lastIndexOf('watch')).toBeLessThan(order.indexOf('train'));

    const { maps } = app.panes.main;
    app.trainer().last('train').progress(progress(1, 3));
    app
      .trainer()
      .last('train')
      .progress(progress(2, 5, 'b.png'));
    await soon(() => training().kind === 'running' && curveOf(training()).length === 2);
    expect(curveOf(training())).toEqual([1, 2]);
    expect(maps.read()?.weights[0]).toBe(3);

    app.commands.select(app.imageId('b.png'));
    await calm();
    expect(app.trainer().asked('watch').at(-1)).toEqual({ imageId: app.imageId('b.png') });
    finish();
    await soon(() => training().kind === 'done');
    expect(curveOf(training())).toEqual([1, 2]);
  });

  test('takes the moment on show back to the head that is kept', async () => {
    await begin();
    finish();
    await soon(() => training().kind === 'done');
    app.commands.setEpoch(50);
    app.commands.train();
    expect(app.state().epoch).toBeNull();
  });

  test('whose worker dies is made again, once its tokens are there again', async () => {
    await begin();
    app.trainer().die();
    expect(training()).toEqual({ kind: 'queued' });
    await soon(() => app.browser.trainers.length === 2);
    await untilAsked();
    expect(app.trainer().asked('putTokens')).toHaveLength(4);
    finish();
    await soon(() => training().kind === 'done');
    expect(app.state().messages.map(({ what }) => what.code)).toEqual(['worker-stopped']);
  });

  test('whose worker dies a second time has failed', async () => {
    await begin();
    app.trainer().die();
    await soon(() => app.browser.trainers.length === 2);
    await untilAsked();
    app.trainer().die();
    await soon(() => training().kind === 'failed');
    expect(training()).toEqual({ kind: 'failed', reason: { code: 'trainer-stopped-twice' } });
    await app.untilTokens();
    await calm();
    expect(app.trainer().asked('train')).toEqual([]);

    // Pressed once more it has both tries again.
    app.commands.train();
    await untilAsked();
    finish();
    await soon(() => training().kind === 'done');
    app.commands.train();
    await soon(() => app.trainer().asked('train').length === 2);
    app.trainer().die();
    expect(training()).toEqual({ kind: 'queued' });
  });

  test('goes on with the next device as often as that is chosen', async () => {
    app = testApp((browser) => {
      browser.adapter = 'real';
    });
    await app.start();
    await app.addImages('cats', 'a.png', 'b.png');
    await app.addImages('dogs', 'c.png', 'd.png');
    await begin();
    for (const preference of ['wasm', 'webgpu', 'wasm'] as const) {
      app.commands.setDevicePreference(preference);
      expect(training()).toEqual({ kind: 'queued' });
      await soon(() => app.trainer().calls.length > 0);
      await untilAsked();
    }
    expect(app.browser.trainers).toHaveLength(4);
    finish();
    await soon(() => training().kind === 'done');
    expect(app.state().messages).toEqual([]);
  });

  test('that is being stopped when its worker dies is over', async () => {
    await begin();
    app.commands.stop();
    app.trainer().die();
    expect(training()).toEqual({ kind: 'idle' });
    await app.untilTokens();
    await calm();
    expect(app.trainer().asked('train')).toEqual([]);
  });

  test('is forgotten when another backbone comes, and its late result is not shown', async () => {
    await begin();
    const before = app.trainer().last('train');
    app.commands.chooseBackbone('dino-vits16', 'fp32');
    await soon(() => app.state().backboneId === 'dino-vits16');
    expect(training()).toEqual({ kind: 'idle' });
    expect(app.trainer().asked('reset')).toHaveLength(1);
    before.progress(progress(1, 3));
    before.answer(testRun('late').result);
    await app.untilTokens();
    await calm();
    expect(training()).toEqual({ kind: 'idle' });
    expect(before.aborted).toBe(true);
    expect(app.state().heads).toEqual([]);
    expect(app.panes.main.maps.read()).toBeNull();
  });

  test('whose error is the worker’s own has failed with it, and can be tried again', async () => {
    await begin();
    app.trainer().last('train').fail(new Error('No memory.'));
    await soon(() => training().kind === 'failed');
    const reason = { code: 'unexpected', detail: 'No memory.' };
    expect(training()).toEqual({ kind: 'failed', reason });
    expect(said(app.store)).toEqual(['Training No memory.']);
    app.commands.train();
    await soon(() => app.trainer().asked('train').length === 2);
  });

  test('a head on show is made again when its worker is lost', async () => {
    await begin();
    finish();
    await soon(() => training().kind === 'done');
    app.trainer().die();
    expect(training()).toEqual({ kind: 'queued' });
    expect(app.state().heads).toEqual([]);
    await soon(() => app.browser.trainers.length === 2);
    await untilAsked();
    finish('h2');
    await soon(() => training().kind === 'done');
  });
});

function mapsOf(imageId: string, weight: number) {
  return { imageId, queries: 1, patches: 1, weights: new Float32Array([weight]) };
}

function curveOf(training: AppState['training']): number[] {
  return 'curve' in training ? training.curve.map(({ epoch }) => epoch) : [];
}
