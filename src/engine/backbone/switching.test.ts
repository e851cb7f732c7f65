import { beforeEach, describe, expect, test } from 'vitest';
import { calm, soon, type TestApp, testApp } from '../../testing/test-app';
import { testTokens } from '../../testing/test-environment';
import { said } from '../../testing/test-notices';
import { testPromise } from '../../testing/test-promise';
import { testRun } from '../../testing/test-run';

const HOME = 'hiera-tiny-224';
const DINO = 'dino-vits16';
const DINO_FILE = 'https://huggingface.co/Xenova/dino-vits16/resolve/main/onnx/model.onnx';

let app: TestApp;

beforeEach(async () => {
  app = testApp();
  await app.start();
  await app.addImages('cats', 'a.png', 'b.png');
  await app.addImages('dogs', 'c.png', 'd.png');
  await app.untilTokens();
});

const kinds = () => app.state().images.map(({ status }) => status.kind);
const arrive = async (backboneId: string) => {
  app.commands.chooseBackbone(backboneId, 'fp32');
  await soon(() => app.state().backboneId === backboneId);
};

describe('a backbone that never ran here', () => {
  test('runs one image in a worker beside the one in use, then takes its place', async () => {
    const before = app.backbone();
    const loaded = testPromise<{ device: { kind: 'wasm'; threads: number } }>();
    app.browser.backboneReplies.load = () => loaded.promise;
    app.commands.chooseBackbone(DINO, 'fp32');
    await soon(() => app.browser.backbones.length === 2);
    expect(app.state()).toMatchObject({ backboneId: HOME, switching: { kind: 'starting' } });
    expect(before.ended).toBe(false);
    expect(kinds()).toEqual(['ready', 'ready', 'ready', 'ready']);

    loaded.resolve({ device: { kind: 'wasm', threads: 2 } });
    await soon(() => app.state().backboneId === DINO);
    expect(before.ended).toBe(true);
    expect(app.backbone().asked('load')[0]).toMatchObject({
      backbone: { id: DINO },
      device: 'wasm',
    });
    await app.untilTokens();
    // The test image, then all that are there.
    expect(app.backbone().asked('extract')).toHaveLength(5);
    expect(app.browser.backbones).toHaveLength(2);
    expect(app.state()).toMatchObject({
      switching: { kind: 'idle' },
      deviceStatus: { kind: 'ready' },
    });
  });

  test('leaves nothing of what was made with the tokens of before', async () => {
    app.commands.train();
    await soon(() => app.trainer().asked('train').length === 1);
    app.trainer().last('train').answer(testRun('h1').result);
    await soon(() => app.state().training.kind === 'done');
    app.commands.setEpoch(50);
    const tokensBefore = app.trainer().asked('putTokens').length;
    await arrive(DINO);
    expect(app.state()).toMatchObject({ training: { kind: 'idle' }, heads: [], epoch: null });
    await app.untilTokens();
    const methods = app.trainer().calls.map(({ method }) => method);
    expect(app.trainer().asked('reset')).toHaveLength(1);
    // Forgotten before the new ones come.
    expect(methods.lastIndexOf('reset')).toBeLessThan(methods.lastIndexOf('putTokens'));
    expect(app.trainer().asked('putTokens')).toHaveLength(tokensBefore + 4);
  });

  test('is fetched, kept, and the browser is asked not to clear it away', async () => {
    const asked = app.browser.askedToKeep;
    await arrive(DINO);
    expect(app.browser.downloads).toContain(DINO_FILE);
    await soon(() => app.state().cachedModels.length === 1);
    expect(app.state().cachedModels).toMatchObject([{ address: DINO_FILE, backboneId: DINO }]);
    expect(app.browser.askedToKeep).toBe(asked + 1);
    expect(app.state().memoryOnly).toBeNull();
  });

  test('that finds no room runs all the same, and that is said', async () => {
    app.browser.modelCache.room = 0;
    await arrive(DINO);
    expect(app.state().memoryOnly).not.toBeNull();
    expect(said(app.store)).toEqual([
      'Backbone DINO ViT-S/16 runs, but there is no room to keep it: after a reload it has to be fetched again. Free some space, or delete models that you no longer use.',
    ]);
  });

  test('that is called off while it starts leaves the one in use', async () => {
    const loaded = testPromise<never>();
    app.browser.backboneReplies.load = () => loaded.promise;
    app.commands.chooseBackbone(DINO, 'fp32');
    await soon(() => app.browser.backbones.length === 2);
    app.commands.cancelDownload();
    await calm();
    expect(app.backbone().ended).toBe(true);
    expect(app.state()).toMatchObject({ backboneId: HOME, switching: { kind: 'idle' } });
    expect(app.browser.backbones[0]?.ended).toBe(false);
    await app.addImages('cats', 'e.png');
    await app.untilTokens();
    expect(kinds()).toEqual(['ready', 'ready', 'ready', 'ready', 'ready']);
  });
});

describe('a backbone that ran here before', () => {
  test('is in use at once, and its tokens come from the cache', async () => {
    await arrive(DINO);
    await app.untilTokens();
    const loaded = testPromise<{ device: { kind: 'wasm'; threads: number } }>();
    app.browser.backboneReplies.load = () => loaded.promise;
    await arrive(HOME);
    await app.untilTokens();
    // Its worker is not even there yet.
    expect(app.backbone().asked('extract')).toEqual([]);
    expect(app.state()).toMatchObject({ tokensFromCache: 4, deviceStatus: { kind: 'starting' } });
    loaded.resolve({ device: { kind: 'wasm', threads: 2 } });
    await soon(() => app.state().deviceStatus.kind === 'ready');
  });

  test('is in use at once where there are no images either', async () => {
    app = testApp();
    await app.start();
    await arrive(DINO);
    await arrive(HOME);
    expect(app.browser.backbones.map((worker) => worker.asked('extract').length)).toEqual([
      0, 1, 0,
    ]);
  });

  test('on an earlier visit is known by the tokens that it left', async () => {
    await arrive(DINO);
    await app.untilTokens();
    // The project is another tab's, storage is the same.
    app.browser.disk.project = undefined;
    app = testApp(undefined, app);
    await app.start();
    await app.addImages('cats', 'a.png');
    await app.untilTokens();
    app.browser.backboneReplies.extract = () => {
      throw new Error('Nothing is to be tried.');
    };
    await arrive(DINO);
    await app.untilTokens();
    expect(kinds()).toEqual(['ready']);
    expect(app.state().tokensFromCache).toBe(1);
    expect(app.browser.downloads).not.toContain(DINO_FILE);
  });
});

test('an image that was being made tokens of starts anew with the next backbone', async () => {
  const slow = testPromise<ReturnType<typeof testTokens>>();
  app.browser.backboneReplies.extract = async ({ crop }) =>
    (await crop.text()) === 'late.png' ? slow.promise : testTokens();
  await app.addImages('cats', 'late.png');
  await soon(() => kinds().at(-1) === 'extracting');
  app.browser.backboneReplies.extract = testTokens;
  const put = app.trainer().asked('putTokens').length;
  await arrive(DINO);
  slow.resolve(testTokens());
  await app.untilTokens();
  await calm();
  expect(app.trainer().asked('putTokens')).toHaveLength(put + 5);
  expect(app.state().messages).toEqual([]);
});
