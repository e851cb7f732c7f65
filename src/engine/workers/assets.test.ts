import { beforeEach, describe, expect, test } from 'vitest';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import type { DownloadOutcome } from '../../backbones/obtain/download';
import { AssetError, Assets } from './assets';
import { Models } from './models';

const UNREACHABLE = {
  code: 'model-unreachable',
  file: 'model.onnx',
  host: null,
  offline: false,
} as const;

let fetched: string[];
let online: boolean;
let assets: Assets;

beforeEach(() => {
  fetched = [];
  online = true;
  const models = new Models(
    Promise.resolve({
      store: null,
      records: null,
      page: 'https://page.example/',
      async download({ url }): Promise<DownloadOutcome> {
        fetched.push(url);
        return online
          ? { kind: 'whole', file: new Blob([url]), sha256: `hash of ${url}` }
          : { kind: 'failed', failure: UNREACHABLE };
      },
    }),
  );
  assets = new Assets(models, async (device) => {
    fetched.push(device);
    if (!online) throw new Error('The server did not answer.');
    return { mjs: `${device}.mjs ${fetched.length}`, wasm: `${device}.wasm` };
  });
});

describe('the runtime’s files', () => {
  test('are fetched once for each device', async () => {
    const both = await Promise.all([assets.runtimeFiles('wasm'), assets.runtimeFiles('wasm')]);
    expect(both[0]).toBe(both[1]);
    await assets.runtimeFiles('webgpu');
    expect(fetched).toEqual(['wasm', 'webgpu']);
  });

  test('that did not come are asked for again the next time', async () => {
    online = false;
    await expect(assets.runtimeFiles('wasm')).rejects.toBeInstanceOf(AssetError);
    online = true;
    expect(await assets.runtimeFiles('wasm')).toMatchObject({ wasm: 'wasm.wasm' });
  });

  test('that may be broken are fetched anew, and serve where nothing else comes', async () => {
    const first = await assets.runtimeFiles('wasm');
    assets.doubt();
    online = false;
    expect(await assets.runtimeFiles('wasm')).toBe(first);
    online = true;
    assets.doubt();
    const second = await assets.runtimeFiles('wasm');
    expect(second).not.toBe(first);
    expect(await assets.runtimeFiles('wasm')).toBe(second);
  });
});

describe('a model', () => {
  const hiera = findBackbone([], 'hiera-tiny-224');

  test('comes with how far it is', async () => {
    const { model, hash } = await assets.model(hiera, 'fp32', () => undefined);
    expect(await model.graph.text()).toContain('hiera-tiny-224');
    expect(hash).toContain('hash of');
  });

  test('that does not come is no fault of a worker', async () => {
    online = false;
    await expect(assets.model(hiera, 'fp32', () => undefined)).rejects.toBeInstanceOf(AssetError);
  });
});
