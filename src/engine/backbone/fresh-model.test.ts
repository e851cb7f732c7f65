import { beforeEach, describe, expect, test } from 'vitest';
import type { SelfCheck } from '../../backbones/encode/self-check';
import { calm, soon, type TestApp, testApp } from '../../testing/test-app';
import { said } from '../../testing/test-notices';
import { testPromise } from '../../testing/test-promise';

const HOME = 'hiera-tiny-224';
const DINO = 'dino-vits16';

let app: TestApp;
/** Starts of the other backbone: "webgpu fp32". */
let starts: string[];
/** Those that fail, and how. */
let broken: Record<string, string>;
let check: SelfCheck;

beforeEach(async () => {
  starts = [];
  broken = {};
  check = { ok: true, cosine: 1 };
  app = testApp((browser) => {
    browser.adapter = 'real';
    const load = browser.backboneReplies.load;
    browser.backboneReplies.load = async (args) => {
      const { device, backbone, model } = args;
      if (backbone.id !== HOME) {
        const name = (await model.graph.text()).includes('fp16') ? 'fp16' : 'fp32';
        starts.push(`${device} ${name}`);
        const why = broken[`${device} ${name}`];
        if (why) throw new Error(why);
      }
      if (!load) throw new Error('There is no such reply.');
      return load(args);
    };
    browser.backboneReplies.check = () => check;
  });
  await app.start();
});

const choose = async (precision: 'fp32' | 'fp16' = 'fp32') => {
  app.commands.chooseBackbone(DINO, precision);
  await soon(
    () => !['queued', 'downloading', 'verifying', 'starting'].includes(app.state().switching.kind),
  );
};
const device = () => {
  const { deviceStatus } = app.state();
  return deviceStatus.kind === 'ready' ? deviceStatus.device.kind : null;
};

describe('a model that fails on the graphics device', () => {
  test('runs on WebAssembly, alone, and that is said', async () => {
    broken = { 'webgpu fp32': 'No such operator' };
    await choose();
    expect(app.state().backboneId).toBe(DINO);
    expect(starts).toEqual(['webgpu fp32', 'wasm fp32']);
    expect(device()).toBe('wasm');
    expect(said(app.store)).toEqual([
      'Backbone DINO ViT-S/16 does not run on the graphics device: No such operator. WebAssembly is used for it.',
    ]);
    // A fresh worker of it does not try again; that of another backbone is back on the GPU.
    app.backbone().die();
    await soon(() => starts.length === 3);
    expect(starts.at(-1)).toBe('wasm fp32');
    await soon(() => device() === 'wasm');
    app.commands.chooseBackbone(HOME, 'fp32');
    await soon(() => device() === 'webgpu');
  });

  test('and on WebAssembly leaves everything as it was', async () => {
    broken = { 'webgpu fp32': 'No such operator', 'wasm fp32': 'No memory' };
    await choose();
    expect(app.state()).toMatchObject({
      backboneId: HOME,
      switching: {
        kind: 'failed',
        failure: {
          code: 'backbone-does-not-run',
          label: 'DINO ViT-S/16',
          cause: { code: 'unexpected', detail: 'No memory' },
        },
      },
    });
    expect(device()).toBe('webgpu');
    // The next try begins with the graphics device again.
    broken = {};
    await choose();
    expect(starts.at(-1)).toBe('webgpu fp32');
    app.backbone().die();
    await soon(() => starts.length === 4);
    expect(starts.at(-1)).toBe('webgpu fp32');
  });
});

test('choosing a device moves those workers alone that are elsewhere', async () => {
  broken = { 'webgpu fp32': 'No such operator' };
  await choose();
  expect(device()).toBe('wasm');
  const workers = () => [app.browser.backbones.length, app.browser.trainers.length];
  const before = workers();
  app.commands.setDevicePreference('webgpu');
  await calm();
  expect(workers()).toEqual(before);
  app.commands.setDevicePreference('wasm');
  await calm();
  expect(app.trainer().asked('load')).toMatchObject([{ device: 'wasm' }]);
  expect(app.browser.backbones).toHaveLength(before[0] ?? 0);
});

describe('a 16-bit variant on the graphics device', () => {
  test('is held against WebAssembly, and used where it is trusted', async () => {
    await choose('fp16');
    expect(app.state()).toMatchObject({ backboneId: DINO, precision: 'fp16' });
    expect(app.backbone().asked('check')).toMatchObject([{ reference: { patches: 1 } }]);
    expect(starts).toEqual(['webgpu fp16']);
    expect(app.state().messages).toEqual([]);
  });

  test('that gives other tokens gives way to the 32-bit one, with a note', async () => {
    check = { ok: false, failure: { code: 'half-all-zero' } };
    await choose('fp16');
    expect(app.state()).toMatchObject({ backboneId: DINO, precision: 'fp32' });
    expect(starts).toEqual(['webgpu fp16', 'webgpu fp32']);
    expect(said(app.store)).toEqual([
      'Backbone DINO ViT-S/16: The 16-bit variant gives nothing but zeros on this device, so the 32-bit one is used.',
    ]);
  });

  test('that does not run gives way to the 32-bit one, too', async () => {
    broken = { 'webgpu fp16': 'No 16-bit arithmetic' };
    await choose('fp16');
    expect(app.state()).toMatchObject({ backboneId: DINO, precision: 'fp32' });
    expect(said(app.store)).toEqual([
      'Backbone DINO ViT-S/16: The 16-bit variant does not run on this device, so the 32-bit one is used.',
    ]);
  });

  test('needs no check on WebAssembly, which computes it in 32 bits', async () => {
    app.commands.setDevicePreference('wasm');
    await soon(() => device() === 'wasm');
    check = { ok: false, failure: { code: 'half-all-zero' } };
    await choose('fp16');
    expect(app.state()).toMatchObject({ backboneId: DINO, precision: 'fp16' });
    expect(starts).toEqual(['wasm fp16']);
  });
});

test('one that is called off on the graphics device is not tried on WebAssembly', async () => {
  const never = testPromise<never>();
  app.browser.backboneReplies.load = () => never.promise;
  app.commands.chooseBackbone(DINO, 'fp32');
  await soon(() => app.browser.backbones.length === 2);
  app.commands.cancelDownload();
  await calm();
  expect(app.browser.backbones).toHaveLength(2);
  expect(app.state()).toMatchObject({
    backboneId: HOME,
    switching: { kind: 'idle' },
    messages: [],
  });
});
