import { beforeEach, describe, expect, test } from 'vitest';
import { calm, soon, type TestApp, testApp } from '../testing/test-app';
import { testTokens } from '../testing/test-environment';
import { said } from '../testing/test-notices';
import { testPromise } from '../testing/test-promise';
import { testRun } from '../testing/test-run';

let app: TestApp;
const codes = () => app.state().messages.map(({ what }) => what.code);
const device = () => {
  const { deviceStatus } = app.state();
  return deviceStatus.kind === 'ready' ? deviceStatus.device.kind : deviceStatus.kind;
};

describe('the start', () => {
  test('brings the project back before any model is loaded, and then loads what it needs', async () => {
    app = testApp();
    await app.start();
    await app.addImages('cats', 'a.png');
    app.commands.chooseBackbone('dino-vits16', 'fp32');
    await soon(() => JSON.stringify(app.browser.disk.project).includes('dino-vits16'));

    const opened = testPromise<null>();
    app = testApp((browser) => {
      const { records } = browser.disk;
      browser.disk.records = async () => {
        await opened.promise;
        return records.call(browser.disk);
      };
    }, app);
    const started = app.start();
    await calm();
    expect(app.browser.backbones).toEqual([]);
    expect(app.browser.trainers).toEqual([]);
    // Decoders wait for nothing: files may be dropped by now.
    expect(app.browser.decoders).toHaveLength(2);
    expect(app.state()).toMatchObject({ restored: false, deviceStatus: { kind: 'starting' } });

    opened.resolve(null);
    await started;
    expect(
      app
        .backbone()
        .asked('load')
        .map(({ backbone }) => backbone.id),
    ).toEqual(['dino-vits16']);
    expect(app.browser.backbones).toHaveLength(1);
    expect(device()).toBe('wasm');
    await app.untilTokens();
    expect(app.state().images).toMatchObject([{ name: 'a.png', status: { kind: 'ready' } }]);
    expect(app.state().messages).toEqual([]);
  });

  test('says at once where pixels are altered, keeps none of their tokens, and marks what is trained', async () => {
    app = testApp((browser) => {
      browser.decoderReplies.givesPixelsBack = () => false;
    });
    await app.start();
    expect(codes()).toEqual(['pixels-altered']);
    expect(app.state().messages).toMatchObject([{ severity: 'error' }]);
    await app.addImages('cats', 'a.png', 'b.png');
    await app.addImages('dogs', 'c.png', 'd.png');
    await app.untilTokens();
    expect(app.browser.tokenCache.entries.size).toBe(0);
    app.commands.train();
    await soon(() => app.trainer().asked('train').length === 1);
    app
      .trainer()
      .last('train')
      .answer(testRun('h1', [app.imageId('a.png')]).result);
    await soon(() => app.state().training.kind === 'done');
    expect(app.state().training).toMatchObject({ run: { onAlteredPixels: true } });
  });

  test('takes a real graphics device, or what the person chose on an earlier visit', async () => {
    app = testApp((browser) => {
      browser.adapter = 'real';
    });
    await app.start();
    expect(app.state().webgpu).toBe('real');
    expect(device()).toBe('webgpu');
    app.commands.setDevicePreference('wasm');
    await soon(() =>
      JSON.stringify(app.browser.disk.project).includes('"devicePreference":"wasm"'),
    );
    app = testApp((browser) => {
      browser.adapter = 'real';
    }, app);
    await app.start();
    expect(device()).toBe('wasm');
    expect(app.state().devicePreference).toBe('wasm');
  });

  test('has WebAssembly at hand where a graphics device is used: it may be lost without the network', async () => {
    const fetched: string[] = [];
    app = testApp((browser) => {
      browser.adapter = 'real';
      browser.fetchRuntime = async (kind) => {
        fetched.push(kind);
        return { mjs: kind, wasm: kind };
      };
    });
    await app.start();
    expect(fetched).toEqual(['webgpu', 'wasm']);
  });

  test('without a working storage still starts the workers', async () => {
    app = testApp((browser) => {
      browser.disk.readTrouble = new DOMException('A private window.', 'SecurityError');
    });
    await app.start();
    expect(device()).toBe('wasm');
    expect(codes()).toEqual(['in-memory-only']);
  });

  test('that fails is said, and can be tried again', async () => {
    app = testApp((browser) => {
      browser.askAdapter = () => Promise.reject(new Error('The driver is gone.'));
    });
    await app.start();
    const reason = { code: 'unexpected', detail: 'The driver is gone.' };
    expect(app.state().deviceStatus).toEqual({ kind: 'failed', reason });
    expect(app.state().messages).toMatchObject([
      { what: { code: 'gave-up', part: 'backbone', failure: reason }, action: { kind: 'retry' } },
      { what: { code: 'gave-up', part: 'trainer', failure: reason }, action: { kind: 'retry' } },
    ]);
    app.commands.retryDevice();
    await soon(() => device() === 'wasm');
    expect(app.browser.backbones).toHaveLength(1);
    expect(app.browser.trainers).toHaveLength(1);
    await app.addImages('cats', 'a.png');
    await app.untilTokens();
    // Its button would start what runs already.
    expect(app.state().messages).toEqual([]);
  });

  test('brings the project back even where models can’t be kept nor fetched', async () => {
    app = testApp();
    await app.start();
    await app.addImages('cats', 'a.png');
    await app.untilTokens();
    await soon(() => app.browser.disk.filesOfFirst.size === 1);
    app = testApp((browser) => {
      browser.sources = Promise.reject(new Error('Access is denied.'));
    }, app);
    void app.start();
    await soon(() => app.state().deviceStatus.kind === 'failed');
    expect(app.state()).toMatchObject({ restored: true, images: [{ name: 'a.png' }] });
    expect(codes()).toEqual(['failed', 'gave-up']);
    app.commands.addClass('dogs');
    await soon(() => JSON.stringify(app.browser.disk.project).includes('dogs'));
  });
});

describe('a worker', () => {
  beforeEach(async () => {
    app = testApp();
    await app.start();
    await app.addImages('cats', 'a.png', 'b.png');
    await app.untilTokens();
  });

  test('of the backbone that dies is said, and a fresh one carries on', async () => {
    app.browser.backboneReplies.extract = () => new Promise(() => undefined);
    await app.addImages('cats', 'c.png');
    await soon(() => app.backbone().asked('extract').length === 3);
    app.browser.backboneReplies.extract = testTokens;
    app.backbone().die();
    await app.untilTokens();
    expect(app.browser.backbones).toHaveLength(2);
    expect(codes()).toEqual(['worker-stopped']);
    // Those that had theirs keep them.
    expect(app.backbone().asked('extract')).toHaveLength(1);
  });

  test('of the trainer that dies gets the tokens that are kept, and no image is encoded again', async () => {
    app.trainer().die();
    expect(app.state().images.map(({ status }) => status.kind)).toEqual(['waiting', 'waiting']);
    await app.untilTokens();
    expect(app.browser.trainers).toHaveLength(2);
    expect(app.trainer().asked('putTokens')).toHaveLength(2);
    expect(app.backbone().asked('extract')).toHaveLength(2);
    expect(app.state().tokensFromCache).toBe(2);
  });

  test('that does not start three times over gives up; tried again it works, and the message goes', async () => {
    const { load } = app.browser.backboneReplies;
    app.browser.backboneReplies.load = () => {
      throw new Error('No memory.');
    };
    app.backbone().die();
    await soon(() => app.state().deviceStatus.kind === 'failed');
    expect(app.browser.backbones).toHaveLength(4);
    expect(codes()).toEqual(['worker-stopped', 'gave-up']);
    expect(app.state().messages.at(-1)).toMatchObject({ action: { kind: 'retry' } });
    // The other one still runs, and is left alone.
    if (load) app.browser.backboneReplies.load = load;
    app.commands.retryDevice();
    await soon(() => app.state().deviceStatus.kind === 'ready');
    expect(app.browser.trainers).toHaveLength(1);
    expect(codes()).toEqual(['worker-stopped']);
    app.commands.retryDevice();
    expect(app.browser.backbones).toHaveLength(5);
  });

  test('knows which image is selected', async () => {
    app.commands.select(app.imageId('b.png'));
    await calm();
    expect(app.trainer().asked('watch').at(-1)).toEqual({ imageId: app.imageId('b.png') });
  });
});

describe('an image that the backbone fails on', () => {
  const failOn = (bad: string, on: 'wasm' | 'webgpu' | null = null) => {
    app.browser.backboneReplies.extract = async ({ crop }) => {
      const here = app.backbone().asked('load').at(-1)?.device;
      if ((await crop.text()) === bad && (on === null || here === on))
        throw new Error('No tokens.');
      return testTokens();
    };
  };

  test('gets a fresh worker once, then is set aside', async () => {
    app = testApp();
    await app.start();
    failOn('bad.png');
    await app.addImages('cats', 'bad.png', 'a.png');
    await app.untilTokens();
    const failure = { code: 'unexpected', detail: 'No tokens.' };
    expect(app.state().images).toMatchObject([
      { status: { kind: 'failed', reason: failure } },
      { status: { kind: 'ready' } },
    ]);
    expect(app.browser.backbones).toHaveLength(2);
    expect(codes()).toEqual(['backbone-failed-on-image', 'image-without-tokens']);
  });

  test('on a graphics device is the device’s fault at first: twice, then everything leaves it', async () => {
    app = testApp((browser) => {
      browser.adapter = 'real';
    });
    await app.start();
    failOn('bad.png', 'webgpu');
    await app.addImages('cats', 'bad.png', 'a.png');
    await app.untilTokens();
    expect(app.state().images.map(({ status }) => status.kind)).toEqual(['ready', 'ready']);
    expect(app.state().messages.map(({ what }) => what)).toMatchObject([
      { code: 'gpu-failed-on-image', next: 'webgpu' },
      { code: 'gpu-failed-on-image', next: 'wasm' },
    ]);
    await soon(() => device() === 'wasm');
    // The trainer leaves it, too.
    expect(app.trainer().asked('load').at(-1)?.device).toBe('wasm');
  });

  test('after two others means that the backbone is broken', async () => {
    app = testApp();
    await app.start();
    app.browser.backboneReplies.extract = () => {
      throw new Error('No tokens.');
    };
    await app.addImages('cats', 'a.png', 'b.png', 'c.png');
    await soon(() => app.state().deviceStatus.kind === 'failed');
    expect(codes()).toContain('gave-up');
    expect(said(app.store).at(-1)).toBe('The backbone The backbone does not work: No tokens.');
    app.browser.backboneReplies.extract = testTokens;
    app.commands.retryDevice();
    await app.untilTokens();
    expect(app.state().images.map(({ status }) => status.kind)).toEqual([
      'ready',
      'ready',
      'ready',
    ]);
  });
});

describe('a graphics device that is lost', () => {
  const lost = {
    kind: 'device-lost',
    failure: { code: 'graphics-device-lost', detail: 'The driver was reset', reason: 'unknown' },
  } as const;

  beforeEach(async () => {
    app = testApp((browser) => {
      browser.adapter = 'real';
    });
    await app.start();
  });

  test('is tried once more, then WebAssembly is used by both workers', async () => {
    app.backbone().emit(lost);
    await soon(() => app.browser.backbones.length === 2 && device() === 'webgpu');
    expect(app.state().messages.at(-1)?.what).toMatchObject({ code: 'gpu-lost', next: 'webgpu' });
    app.backbone().emit(lost);
    await soon(() => device() === 'wasm');
    expect(app.state().messages.at(-1)?.what).toMatchObject({ code: 'gpu-lost', next: 'wasm' });
    expect(app.trainer().asked('load').at(-1)?.device).toBe('wasm');
    await soon(() => app.browser.trainers.length === 2);
  });

  test('is tried again when the person asks for it', async () => {
    for (const count of [2, 3]) {
      app.backbone().emit(lost);
      await soon(
        () => app.browser.backbones.length >= count && app.state().deviceStatus.kind === 'ready',
      );
    }
    await soon(() => device() === 'wasm');
    app.commands.setDevicePreference('webgpu');
    await soon(() => device() === 'webgpu');
  });

  test('that does not even start is not tried again', async () => {
    const { load } = app.browser.trainerReplies;
    app.browser.trainerReplies.load = async (args) => {
      if (args.device === 'webgpu') throw new Error('No adapter.');
      if (!load) throw new Error('There is no such reply.');
      return load(args);
    };
    app.trainer().die();
    await soon(() => device() === 'wasm');
    expect(codes()).toEqual(['worker-stopped', 'webgpu-not-started']);
    expect(app.trainer().asked('load').at(-1)?.device).toBe('wasm');
  });
});

describe('the choice of a device', () => {
  beforeEach(async () => {
    app = testApp((browser) => {
      browser.adapter = 'real';
    });
    await app.start();
    await app.addImages('cats', 'a.png');
    await app.untilTokens();
  });

  test('moves both workers, and the tokens come back from the cache', async () => {
    app.commands.setDevicePreference('wasm');
    await soon(() => device() === 'wasm');
    await app.untilTokens();
    expect(app.browser.backbones).toHaveLength(2);
    expect(app.browser.trainers).toHaveLength(2);
    expect(app.trainer().asked('putTokens')).toHaveLength(1);
    expect(app.backbone().asked('extract')).toEqual([]);
    expect(app.state().messages).toEqual([]);
  });

  test('that changes nothing restarts nothing', async () => {
    app.commands.setDevicePreference('webgpu');
    app.commands.setDevicePreference('auto');
    await calm();
    expect(app.state().devicePreference).toBe('auto');
    expect(app.browser.backbones).toHaveLength(1);
  });
});
