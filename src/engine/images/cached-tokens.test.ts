import { beforeEach, expect, test } from 'vitest';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import { freshBlobs, type ImageBlobsById } from '../../state/image-blobs';
import { testTokens } from '../../testing/test-environment';
import { FakeTokenCache } from '../../testing/test-storage';
import { CachedTokens } from './cached-tokens';
import { ModelHolder, type ModelInUse } from './model-in-use';

const HIERA: ModelInUse = {
  backbone: findBackbone([], 'hiera-tiny-224'),
  precision: 'fp32',
  hash: 'h',
};
const DINO: ModelInUse = {
  backbone: findBackbone([], 'dino-vits16'),
  precision: 'fp32',
  hash: 'd',
};

let cache: FakeTokenCache;
let holder: ModelHolder;
let blobs: ImageBlobsById;
let exact: boolean;
let cached: CachedTokens;

beforeEach(() => {
  exact = true;
  cache = new FakeTokenCache();
  holder = new ModelHolder();
  blobs = new Map([
    ['1', freshBlobs(new Blob(), 'one')],
    ['2', freshBlobs(new Blob(), 'two')],
    ['unknown', freshBlobs(new Blob())],
  ]);
  cached = new CachedTokens(Promise.resolve(cache.cache), holder, blobs, () => exact);
});

const found = async (ids: string[]) => [...(await cached.recall(ids)).keys()];

test('what was made of the same contents by the same model comes back', async () => {
  holder.set(HIERA);
  const tokens = testTokens();
  cached.remember(HIERA, '1', tokens);
  // The caller gives the memory away.
  structuredClone(tokens.data, { transfer: [tokens.data.buffer] });
  expect((await cached.recall(['1', '2'])).get('1')).toEqual(testTokens());
  expect(await found(['1', '2'])).toEqual(['1']);
  blobs.set('again', freshBlobs(new Blob(), 'one'));
  expect(await found(['again'])).toEqual(['again']);
  holder.set(DINO);
  expect(await found(['1'])).toEqual([]);
  holder.set({ ...HIERA, hash: 'another file' });
  expect(await found(['1'])).toEqual([]);
});

test('nothing is asked before the model in use is known', async () => {
  cached.remember(HIERA, '1', testTokens());
  const asked = found(['1']);
  await Promise.resolve();
  holder.set(HIERA);
  expect(await asked).toEqual(['1']);
});

test('another model can be asked about before it is in use', async () => {
  holder.set(HIERA);
  cached.remember(DINO, '1', testTokens());
  expect((await cached.recallOf(DINO, ['1', '2'])).size).toBe(1);
});

test('an image of unknown contents is neither kept nor found', async () => {
  holder.set(HIERA);
  cached.remember(HIERA, 'unknown', testTokens());
  await Promise.resolve();
  expect(cache.entries.size).toBe(0);
  expect(await found(['unknown', 'gone'])).toEqual([]);
});

test('tokens made from altered pixels are not kept', async () => {
  holder.set(HIERA);
  exact = false;
  cached.remember(HIERA, '1', testTokens());
  expect(await found(['1'])).toEqual([]);
});

test('without storage there is nothing, and nothing fails', async () => {
  holder.set(HIERA);
  cached = new CachedTokens(Promise.resolve(null), holder, blobs, () => exact);
  cached.remember(HIERA, '1', testTokens());
  expect(await found(['1'])).toEqual([]);
});
