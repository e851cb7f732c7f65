import { beforeEach, describe, expect, test } from 'vitest';
import type { Backbone } from '../../backbones/backbone';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import { keyOfHash, ModelStore } from '../../backbones/obtain/model-store';
import { hashOfAll } from '../../backbones/obtain/obtain-model';
import { type AppStore, createAppStore } from '../../state/store';
import { FakeCache } from '../../testing/test-cache';
import { OwnFiles } from './own-files';

const GRAPH = new File(['graph'], 'mine.onnx');
const WEIGHTS = new File(['weights'], 'mine.onnx_data');
const MODEL = { graph: GRAPH, data: [{ location: 'folder/mine.onnx_data', blob: WEIGHTS }] };
const DROPPED = {
  name: 'mine.onnx',
  graph: GRAPH,
  beside: [
    { name: 'notes.txt', blob: new Blob(['notes']) },
    { name: 'mine.onnx_data', blob: WEIGHTS },
  ],
};
const HASH = hashOfAll([{ sha256: 'hash of graph' }, { sha256: 'hash of weights' }]);

let state: AppStore;
let cache: FakeCache;
let own: OwnFiles;
/** Files that were read to name them. */
let read: string[];
const shares: number[] = [];
const options = () => ({
  signal: new AbortController().signal,
  onProgress: (share: number) => shares.push(share),
});

beforeEach(() => {
  state = createAppStore();
  cache = new FakeCache();
  read = [];
  own = filesWith(ModelStore.open(() => ({ open: async () => cache }) as unknown as CacheStorage));
});

function filesWith(store: Promise<ModelStore | null>): OwnFiles {
  const sources = store.then((found) => ({ store: found }));
  return new OwnFiles(state, sources, async (file, { onProgress } = {}) => {
    const text = await file.text();
    read.push(text);
    onProgress?.(file.size);
    return `hash of ${text}`;
  });
}

/** As if these files had been confirmed on an earlier visit. */
async function confirmed(): Promise<Backbone> {
  const { source } = await own.take('mine.onnx', 'Mine', MODEL);
  const backbone = { ...findBackbone([], 'dino-vits16'), id: 'own:mine', label: 'Mine', source };
  state.setState({ backbones: [backbone] });
  read = [];
  return backbone;
}

describe('files that are taken', () => {
  test('are named by their contents, and kept under those names', async () => {
    const taken = await own.take('mine.onnx', 'Mine', MODEL);
    expect(taken).toMatchObject({
      id: `own:${HASH}`,
      source: {
        kind: 'own',
        files: {
          graph: { path: 'mine.onnx', size: { bytes: 5, exact: true }, sha256: 'hash of graph' },
          data: [
            {
              path: 'mine.onnx_data',
              location: 'folder/mine.onnx_data',
              sha256: 'hash of weights',
            },
          ],
        },
      },
      model: { hash: HASH, fetched: false, keeping: 'kept' },
    });
    expect([...cache.entries.keys()]).toEqual(['hash of graph', 'hash of weights'].map(keyOfHash));
  });

  test('are read once, however often they are asked about', async () => {
    await own.recogniseAgain(DROPPED, options());
    expect(shares).toContain(1);
    await own.take('mine.onnx', 'Mine', MODEL);
    await own.take('mine.onnx', 'Mine', MODEL);
    expect(read).toEqual(['graph', 'weights']);
  });

  test('that find no room run all the same', async () => {
    cache.room = 0;
    const { model } = await own.take('mine.onnx', 'Mine', MODEL);
    expect(model.keeping).toBe('disk-full');
  });

  test('run where nothing is kept', async () => {
    own = filesWith(Promise.resolve(null));
    const { model } = await own.take('mine.onnx', 'Mine', MODEL);
    expect(model.keeping).toBe('no-storage');
  });
});

describe('files that were confirmed before', () => {
  test('are recognised by their contents, and kept again', async () => {
    const backbone = await confirmed();
    cache.entries.clear();
    const again = await own.recogniseAgain(
      { ...DROPPED, name: 'renamed.onnx', graph: new Blob(['graph']) },
      options(),
    );
    expect(again?.backbone).toBe(backbone);
    expect(again?.model).toMatchObject({ hash: HASH, fetched: false, keeping: 'kept' });
    expect(again?.model.model.data).toEqual(MODEL.data);
    expect(cache.entries.size).toBe(2);
  });

  test('are new where their weights are missing, or others', async () => {
    await confirmed();
    expect(await own.recogniseAgain({ ...DROPPED, beside: [] }, options())).toBeNull();
    const beside = [{ name: 'mine.onnx_data', blob: new Blob(['other weights']) }];
    expect(await own.recogniseAgain({ ...DROPPED, beside }, options())).toBeNull();
  });

  test('others are new', async () => {
    await confirmed();
    const graph = new Blob(['another graph']);
    expect(await own.recogniseAgain({ ...DROPPED, graph }, options())).toBeNull();
  });
});
