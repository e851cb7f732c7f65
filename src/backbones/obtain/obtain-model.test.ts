import { createHash } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type Hub, type HubMode, startHub } from '../../../e2e/fixtures/hub';
import { onnxOutline } from '../../../e2e/fixtures/outline';
import type { FailureCode } from '../../vocabulary/failures';
import type { Backbone } from '../backbone';
import { findBackbone } from '../catalogue/catalogue';
import { download } from './download';
import { type Keeping, keyOfHash } from './model-store';
import { hashOfAll, type ModelSources, obtainModel, storeKeys } from './obtain-model';
import { keepOwnModel } from './own-model';
import type { DownloadProgress } from './pace';

const MODEL = onnxOutline(2_000_000);
const HASH = createHash('sha256').update(MODEL).digest('hex');
const SIZE = { bytes: MODEL.length, exact: true };
const PATH = 'owner/name/resolve/main/onnx/model.onnx';
const WEIGHTS = `${PATH}_data`;
const weightsBytes = new Uint8Array([1, 2, 3, 4]);
const WEIGHTS_HASH = createHash('sha256').update(weightsBytes).digest('hex');

const graph = { path: 'onnx/model.onnx', size: SIZE, sha256: null };
const data = {
  path: 'onnx/model.onnx_data',
  size: { bytes: 4, exact: true },
  sha256: null,
  location: 'model.onnx_data',
};
const backbone: Backbone = {
  ...findBackbone([], 'dinov2-small'),
  label: 'Tiny',
  source: {
    kind: 'hub',
    repo: 'owner/name',
    revision: 'main',
    precisions: { fp32: { graph, data: [] }, fp16: { graph, data: [data] } },
  },
};

let hub: Hub;
let sources: FakeSources;
beforeEach(async () => {
  await hub?.close();
  hub = await startHub(
    new Map([
      [PATH, MODEL],
      [WEIGHTS, weightsBytes],
    ]),
  );
  sources = fakeSources();
});
afterAll(() => hub.close());

interface FakeSources extends ModelSources {
  kept: Map<string, { file: Blob; sha256: string }>;
  firsts: Map<string, string>;
  keeping: Keeping;
}

function fakeSources(): FakeSources {
  const kept: FakeSources['kept'] = new Map();
  const firsts: FakeSources['firsts'] = new Map();
  const made: FakeSources = {
    kept,
    firsts,
    keeping: 'kept',
    download,
    page: 'http://page.invalid/',
    hub: hub.origin,
    store: {
      async get(key) {
        const found = kept.get(key);
        return found ? { key, name: '', storedAt: 0, bytes: found.file.size, ...found } : null;
      },
      async put(key, file, { sha256 }) {
        if (made.keeping === 'kept') kept.set(key, { file, sha256 });
        return made.keeping;
      },
    },
    records: {
      async firstDownload(url) {
        const sha256 = firsts.get(url);
        return sha256 === undefined ? null : { sha256, bytes: 0, at: 0 };
      },
      async recordFirst(url, { sha256 }) {
        if (!firsts.has(url)) firsts.set(url, sha256);
      },
    },
  };
  return made;
}

test('fetched once, then kept: the hub is not asked again, and need not be there', async () => {
  const first = await obtainModel(backbone, 'fp32', sources);
  expect(first).toMatchObject({
    kind: 'ready',
    hash: HASH,
    fetched: true,
    keeping: 'kept',
  });
  hub.answer(PATH, 'offline');
  const second = await obtainModel(backbone, 'fp32', sources);
  expect(second).toMatchObject({ kind: 'ready', hash: HASH, fetched: false });
  expect(hub.requests).toHaveLength(1);
  expect([...sources.kept.keys()]).toEqual(storeKeys(backbone, 'fp32', sources));
});

test('weights beside the graph come with it, under the name that the graph has for them', async () => {
  const seen: DownloadProgress[] = [];
  const outcome = await obtainModel(backbone, 'fp16', sources, {
    onProgress: (at) => seen.push(at),
  });
  expect(outcome).toMatchObject({
    kind: 'ready',
    hash: hashOfAll([{ sha256: HASH }, { sha256: WEIGHTS_HASH }]),
    model: { data: [{ location: 'model.onnx_data' }] },
  });
  expect(seen.at(-1)).toMatchObject({ loaded: MODEL.length + 4, total: MODEL.length + 4 });
  expect(seen.every(({ total }) => total === MODEL.length + 4)).toBe(true);
  expect(sources.kept.size).toBe(2);
});

describe.each<[HubMode, FailureCode]>([
  ['break-at-half', 'download-broke'],
  ['break-unannounced', 'download-broke'],
  ['not-found', 'model-not-found'],
  ['gated', 'model-gated'],
  ['html', 'download-no-model'],
  ['offline', 'model-unreachable'],
])('a hub that answers with %s', (mode, code) => {
  test('leaves nothing behind, and the next asking succeeds', async () => {
    hub.answer(PATH, mode);
    expect(await obtainModel(backbone, 'fp32', sources)).toMatchObject({
      kind: 'failed',
      failure: { code, file: 'Tiny (model.onnx)' },
    });
    expect([sources.kept.size, sources.firsts.size]).toEqual([0, 0]);
    hub.answer(PATH, 'normal');
    expect(await obtainModel(backbone, 'fp32', sources)).toMatchObject({
      kind: 'ready',
      hash: HASH,
    });
  });
});

test('a graph whose weights fail to come is not ready, and is not fetched twice', async () => {
  hub.answer(WEIGHTS, 'break-at-half');
  expect(await obtainModel(backbone, 'fp16', sources)).toMatchObject({
    failure: { code: 'download-broke' },
  });
  hub.answer(WEIGHTS, 'normal');
  expect(await obtainModel(backbone, 'fp16', sources)).toMatchObject({ kind: 'ready' });
  expect(hub.requests.filter(({ path }) => path === PATH)).toHaveLength(1);
});

test('a file that changed on the hub since the first download is refused', async () => {
  await obtainModel(backbone, 'fp32', sources);
  sources.kept.clear();
  hub.answer(PATH, 'wrong-bytes');
  expect(await obtainModel(backbone, 'fp32', sources)).toMatchObject({
    failure: { code: 'model-changed' },
  });
  expect(sources.kept.size).toBe(0);
  sources.firsts.clear();
  expect(await obtainModel(backbone, 'fp32', sources)).toMatchObject({ kind: 'ready' });
});

test.each<[Keeping]>([['disk-full'], ['no-storage']])(
  'with %s the model is ready from memory, and says so',
  async (keeping) => {
    sources.keeping = keeping;
    const outcome = await obtainModel(backbone, 'fp32', sources);
    expect(outcome).toMatchObject({ kind: 'ready', keeping });
    if (outcome.kind === 'ready') expect(outcome.model.graph.size).toBe(MODEL.length);
  },
);

test('a browser without any storage still runs what it fetches', async () => {
  const bare = { ...sources, store: null, records: null };
  expect(await obtainModel(backbone, 'fp32', bare)).toMatchObject({ keeping: 'no-storage' });
});

test('what is kept under a hash that the catalogue no longer names is fetched anew', async () => {
  const [key = ''] = storeKeys(backbone, 'fp32', sources);
  sources.kept.set(key, { file: new Blob(['old']), sha256: 'cd'.repeat(32) });
  const renewed = withSource({
    kind: 'hub',
    repo: 'owner/name',
    revision: 'main',
    precisions: { fp32: { graph: { ...graph, sha256: HASH }, data: [] } },
  });
  expect(await obtainModel(renewed, 'fp32', sources)).toMatchObject({ hash: HASH, fetched: true });
});

describe('a person’s own file', () => {
  const own = withSource({
    kind: 'own',
    files: { graph: { ...graph, path: 'tiny.onnx', sha256: HASH }, data: [] },
  });

  test('comes back by its hash', async () => {
    const { store } = sources;
    const keeper = store && { ...store, has: async (key: string) => sources.kept.has(key) };
    const blobs = { graph: new Blob([MODEL]), data: [] };
    expect(await keepOwnModel(own, blobs, keeper)).toBe('kept');
    expect([...sources.kept.keys()]).toEqual([keyOfHash(HASH)]);
    expect(await obtainModel(own, 'fp32', sources)).toMatchObject({ hash: HASH, fetched: false });
    expect(hub.requests).toEqual([]);
  });

  test('that the browser has lost is asked for', async () => {
    expect(await obtainModel(own, 'fp32', sources)).toEqual({
      kind: 'failed',
      failure: { code: 'own-file-lost', label: 'Tiny' },
    });
  });
});

test('what comes with the page is taken as the page has it, and kept by the browser alone', async () => {
  const bundled = withSource({
    kind: 'bundled',
    files: { graph: { ...graph, path: PATH, sha256: 'cd'.repeat(32) }, data: [] },
  });
  const outcome = await obtainModel(bundled, 'fp32', { ...sources, page: `${hub.origin}/` });
  expect(outcome).toMatchObject({ kind: 'ready', hash: HASH, keeping: 'kept' });
  expect([sources.kept.size, sources.firsts.size]).toEqual([0, 0]);
});

function withSource(source: Backbone['source']): Backbone {
  return { ...backbone, source };
}
