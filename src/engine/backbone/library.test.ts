import { beforeEach, describe, expect, test } from 'vitest';
import type { Backbone } from '../../backbones/backbone';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import { keyOfHash } from '../../backbones/obtain/model-store';
import { soon, type TestApp, testApp } from '../../testing/test-app';
import { said } from '../../testing/test-notices';
import { planStudy } from '../runs/probe-study';

const DINO = 'dino-vits16';
const DINO_FILE = 'https://huggingface.co/Xenova/dino-vits16/resolve/main/onnx/model.onnx';
const OWN: Backbone = {
  ...findBackbone([], DINO),
  id: 'own:mine',
  label: 'Mine',
  source: {
    kind: 'own',
    files: {
      graph: { path: 'mine.onnx', size: { bytes: 5, exact: true }, sha256: 'ab' },
      data: [],
    },
  },
};
const OWN_FILE = keyOfHash('ab');

let app: TestApp;

beforeEach(() => {
  app = testApp();
});

/** A file of the person's own backbone in the browser's storage. */
async function keepOwnFile(): Promise<void> {
  const { store } = await app.browser.sources;
  await store?.put(OWN_FILE, new Blob(['graph']), { name: 'mine.onnx', sha256: 'ab' });
}
async function startWithOwn(): Promise<void> {
  app.browser.records.backbones.set(OWN.id, OWN);
  await keepOwnFile();
  await app.start();
}
const arrive = async (backboneId: string) => {
  app.commands.chooseBackbone(backboneId, 'fp32');
  await soon(() => app.state().backboneId === backboneId);
};
const addresses = () => app.state().cachedModels.map(({ address }) => address);

describe('on the next visit', () => {
  test('a backbone of the person’s own is there again', async () => {
    await startWithOwn();
    expect(app.state().backbones).toEqual([OWN]);
    await arrive(OWN.id);
    expect(app.browser.downloads.filter((url) => url.includes('mine'))).toEqual([]);
  });

  test('one that can’t be read any more is said to be', async () => {
    app.browser.records.unreadable = [{ code: 'unexpected', detail: 'It has no width.' }];
    await app.start();
    expect(app.state().messages.map(({ what }) => what.code)).toEqual(['backbone-unreadable']);
    expect(said(app.store)[0]).toMatch(/It has no width\./);
  });

  test('the one that was in use is in use again', async () => {
    await startWithOwn();
    await arrive(OWN.id);
    await soon(() => JSON.stringify(app.browser.disk.project).includes(OWN.id));
    app = testApp(undefined, app);
    await app.start();
    expect(app.state()).toMatchObject({ backboneId: OWN.id, messages: [] });
    expect(app.backbone().asked('load')[0]?.backbone.id).toBe(OWN.id);
  });

  test('one whose file is gone gives way to the one that comes with the page', async () => {
    await startWithOwn();
    await arrive(OWN.id);
    await soon(() => JSON.stringify(app.browser.disk.project).includes(OWN.id));
    app.browser.modelCache.entries.clear();
    app = testApp(undefined, app);
    await app.start();
    expect(app.state()).toMatchObject({ backboneId: 'hiera-tiny-224', precision: 'fp32' });
    expect(said(app.store)).toEqual([
      'Mine Its file is not in this browser any more, so Hiera-T is used. Choose it again to have it back.',
    ]);
  });

  test('one that is not known any more gives way, too', async () => {
    await startWithOwn();
    await arrive(OWN.id);
    await soon(() => JSON.stringify(app.browser.disk.project).includes(OWN.id));
    app.browser.records.backbones.clear();
    app = testApp(undefined, app);
    await app.start();
    expect(app.state().backboneId).toBe('hiera-tiny-224');
    expect(said(app.store)).toEqual([
      'Backbone The backbone of your last visit is not known here any more, so Hiera-T is used. Add its file or address again to go back to it.',
    ]);
  });
});

test('of two apps in one page, neither sees the other’s own', async () => {
  await startWithOwn();
  const other = testApp();
  await other.start();
  expect(other.state().backbones).toEqual([]);
  other.commands.chooseBackbone(OWN.id, 'fp32');
  await soon(() => other.state().switching.kind === 'failed');
  expect(other.state().switching).toMatchObject({ failure: { code: 'backbone-gone' } });

  await arrive(OWN.id);
  await other.commands.forgetBackbone(OWN.id);
  expect(app.state().backbones).toEqual([OWN]);
});

describe('forgetting a backbone of the person’s own', () => {
  test('takes its file, its record, its tokens and its numbers', async () => {
    await startWithOwn();
    await app.addImages('cats', 'a.png', 'b.png');
    await app.addImages('dogs', 'c.png', 'd.png');
    await arrive(OWN.id);
    await app.untilTokens();
    const study = planStudy(app.state());
    app.store.setState({ backboneStudies: { [OWN.id]: study, other: study } });
    await arrive('hiera-tiny-224');
    await app.untilTokens();
    expect(app.browser.tokenCache.entries.size).toBe(8);

    await app.commands.forgetBackbone(OWN.id);
    expect(app.state()).toMatchObject({ backbones: [], cachedModels: [], messages: [] });
    expect(Object.keys(app.state().backboneStudies)).toEqual(['other']);
    expect(app.browser.records.backbones.size).toBe(0);
    expect(app.browser.modelCache.entries.size).toBe(0);
    expect(app.browser.tokenCache.entries.size).toBe(4);
    expect(app.state().cachedTokens.images).toBe(4);
  });

  test('is refused while it is in use, or on its way', async () => {
    await startWithOwn();
    await arrive(OWN.id);
    await app.commands.forgetBackbone(OWN.id);
    expect(app.state().messages).toMatchObject([
      { subject: 'Mine', what: { code: 'backbone-in-use', wanted: 'forget' } },
    ]);
    expect(app.state().backbones).toEqual([OWN]);
    expect(app.browser.modelCache.entries.size).toBe(1);

    await arrive('hiera-tiny-224');
    app.commands.chooseBackbone(OWN.id, 'fp32');
    await app.commands.forgetBackbone(OWN.id);
    const what = { code: 'backbone-in-use', wanted: 'forget' };
    expect(app.state().messages).toMatchObject([{ what }, { subject: 'Mine', what }]);
    expect(app.state().backbones).toEqual([OWN]);
  });

  test('takes along a switch to it that failed', async () => {
    await startWithOwn();
    const failure = { code: 'own-file-lost', label: OWN.label } as const;
    const target = { backboneId: OWN.id, precision: 'fp32' } as const;
    app.store.setState({ switching: { kind: 'failed', target, failure } });
    await app.commands.forgetBackbone(OWN.id);
    expect(app.state()).toMatchObject({ switching: { kind: 'idle' }, backbones: [] });
  });

  test('of the catalogue does nothing', async () => {
    await app.start();
    await app.commands.forgetBackbone(DINO);
    expect(app.state().messages).toEqual([]);
    await arrive(DINO);
  });
});

describe('what the browser keeps', () => {
  test('a model’s file can be deleted, and is fetched again when it is wanted', async () => {
    await app.start();
    await arrive(DINO);
    await arrive('hiera-tiny-224');
    await soon(() => addresses().includes(DINO_FILE));
    await app.commands.deleteCachedModel(DINO_FILE);
    expect(addresses()).toEqual([]);
    const before = app.browser.downloads.length;
    await arrive(DINO);
    expect(app.browser.downloads.slice(before)).toContain(DINO_FILE);
  });

  test('not the file of the backbone in use: a fresh worker would not find it', async () => {
    await app.start();
    await arrive(DINO);
    await soon(() => addresses().includes(DINO_FILE));
    await app.commands.deleteCachedModel(DINO_FILE);
    expect(addresses()).toEqual([DINO_FILE]);
    expect(app.state().messages).toMatchObject([
      { what: { code: 'backbone-in-use', wanted: 'delete-file' } },
    ]);
  });

  test('what storage holds is measured with the tokens that were made since the page was opened', async () => {
    await app.start();
    await app.addImages('cats', 'a.png', 'b.png');
    await app.untilTokens();
    await soon(() => app.browser.tokenCache.entries.size === 2);
    await app.commands.measureStorage();
    expect(app.state().cachedTokens.images).toBe(2);
  });

  test('all tokens can be deleted; those in use stay in memory', async () => {
    await app.start();
    await app.addImages('cats', 'a.png');
    await app.untilTokens();
    await app.commands.deleteCachedTokens();
    expect(app.browser.tokenCache.entries.size).toBe(0);
    expect(app.state()).toMatchObject({
      cachedTokens: { images: 0, bytes: 0 },
      images: [{ status: { kind: 'ready' } }],
    });
    expect(app.trainer().asked('dropTokens')).toEqual([]);
  });
});

describe('a file that is not what came from its address before', () => {
  beforeEach(async () => {
    await app.start();
    const { download } = app.browser;
    app.browser.download = async (request, options) =>
      request.expected?.sha256 === 'of before'
        ? { kind: 'failed', failure: { code: 'model-changed', file: 'model.onnx', host: null } }
        : download(request, options);
    app.browser.records.first.set(DINO_FILE, { sha256: 'of before', bytes: 1, at: 0 });
  });
  const untilFailed = () => soon(() => app.state().switching.kind === 'failed');

  test('is not used, until the person trusts the change', async () => {
    app.commands.chooseBackbone(DINO, 'fp32');
    await untilFailed();
    expect(app.state().switching).toMatchObject({ failure: { code: 'model-changed' } });
    expect(app.state().backboneId).toBe('hiera-tiny-224');
    await app.commands.trustChange();
    expect(app.state().backboneId).toBe(DINO);
    expect(app.browser.records.first.get(DINO_FILE)?.sha256).toBe(`hash of ${DINO_FILE}`);
  });

  test('trust is for that failure alone', async () => {
    await app.commands.trustChange();
    expect(app.browser.records.first.get(DINO_FILE)?.sha256).toBe('of before');
    app.commands.chooseBackbone(DINO, 'fp32');
    await untilFailed();
    app.commands.cancelDownload();
    await app.commands.trustChange();
    expect(app.browser.records.first.get(DINO_FILE)?.sha256).toBe('of before');
  });
});
