import { beforeEach, expect, test } from 'vitest';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import type { DownloadOutcome } from '../../backbones/obtain/download';
import type { Keeping } from '../../backbones/obtain/model-store';
import { Models } from './models';

const SMALL = findBackbone([], 'hiera-tiny-224');
const FINE = findBackbone([], 'hiera-tiny-448');
const HUB = findBackbone([], 'dino-vits16');

let asked: string[];
let keeping: Keeping;
let answer: (url: string) => DownloadOutcome;
let models: Models;

beforeEach(() => {
  asked = [];
  keeping = 'kept';
  answer = (url) => ({ kind: 'whole', file: new Blob([url]), sha256: url });
  const sources = {
    store: { get: async () => null, put: async () => keeping },
    records: null,
    page: 'https://page.test/',
    hub: 'https://hub.test',
    download: async ({ url }: { url: string }) => {
      asked.push(url.split('/').slice(-2).join('/'));
      return answer(url);
    },
  };
  models = new Models(Promise.resolve(sources));
});

const failed = (): DownloadOutcome => ({
  kind: 'failed',
  failure: { code: 'model-unreachable', file: 'a', host: null, offline: true },
});

test('a file that two models of the page share is fetched once', async () => {
  await models.obtain(SMALL, 'fp32');
  const fine = await models.obtain(FINE, 'fp32');
  expect(asked).toEqual(['hiera-tiny-224/model.onnx', 'hiera-tiny-448/model.onnx']);
  expect(fine).toMatchObject({ model: { data: [{ location: 'hiera-tiny-224.onnx' }] } });
});

test('what is small of the page’s other models is there before it is asked for', async () => {
  await models.obtain(SMALL, 'fp32');
  await models.preload();
  answer = failed;
  expect(await models.obtain(FINE, 'fp32')).toMatchObject({ kind: 'ready' });
});

test('what is held serves again; in doubt it is asked for anew, and serves if nothing comes', async () => {
  const first = await models.obtain(HUB, 'fp32');
  expect(await models.obtain(HUB, 'fp32')).toBe(first);
  models.doubt();
  answer = failed;
  expect(await models.obtain(HUB, 'fp32')).toBe(first);
  expect(asked).toHaveLength(2);
});

test('only what can be had again without the network is let go', async () => {
  await models.obtain(HUB, 'fp32');
  models.release(SMALL, 'fp32');
  await models.obtain(HUB, 'fp32');
  expect(asked).toHaveLength(2);
  keeping = 'disk-full';
  await models.obtain(HUB, 'fp16');
  models.release(SMALL, 'fp32');
  await models.obtain(HUB, 'fp16');
  expect(asked).toHaveLength(3);
});
