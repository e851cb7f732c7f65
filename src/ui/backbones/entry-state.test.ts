import { expect, test } from 'vitest';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import { HALVES } from '../../backbones/catalogue/common-facts';
import { describeBackbone } from '../../backbones/import/describe-backbone';
import { keyOfHash } from '../../backbones/obtain/model-store';
import { storeKeys } from '../../backbones/obtain/obtain-model';
import type { CachedModel } from '../../state/slices/types';
import type { Failure } from '../../vocabulary/failures';
import { entryState, usualPrecision } from './entry-state';

const nothing = {
  backboneId: 'hiera-tiny-224',
  precision: 'fp32',
  cachedModels: [],
  switching: { kind: 'idle' },
} as const;
const dino = findBackbone([], 'dino-vits16');
const cached: CachedModel = {
  address: 'https://huggingface.co/Xenova/dino-vits16/resolve/main/onnx/model_fp16.onnx',
  label: 'DINO ViT-S/16',
  bytes: 43_700_000,
  backboneId: 'dino-vits16',
};

test('what comes with the page is at hand, or in use', () => {
  const hiera = findBackbone([], 'hiera-tiny-224');
  expect(entryState(hiera, 'fp32', nothing)).toEqual({ kind: 'in-use' });
  expect(entryState(hiera, 'fp32', { ...nothing, backboneId: 'dino-vits16' })).toEqual({
    kind: 'at-hand',
    from: 'page',
  });
});

test('of a hub model, only the precision that was kept is at hand', () => {
  const state = { ...nothing, cachedModels: [cached] };
  expect(entryState(dino, 'fp16', state)).toEqual({ kind: 'at-hand', from: 'browser' });
  expect(entryState(dino, 'fp32', state)).toEqual({ kind: 'download', bytes: 86_900_000 });
});

test('a graph without the weights beside it is not at hand', () => {
  const dinov3 = findBackbone([], 'dinov3-small');
  const [graph = '', weights = ''] = storeKeys(dinov3, 'fp32');
  const file = (address: string) => ({ ...cached, address, backboneId: dinov3.id });
  const half = { ...nothing, cachedModels: [file(graph)] };
  expect(entryState(dinov3, 'fp32', half)).toMatchObject({ kind: 'download' });
  const whole = { ...nothing, cachedModels: [file(graph), file(weights)] };
  expect(entryState(dinov3, 'fp32', whole)).toMatchObject({ kind: 'at-hand' });
});

test('a file of another model whose name ends alike is another file', () => {
  const elsewhere = { ...cached, address: `${cached.address}/onnx/model.onnx` };
  const state = { ...nothing, cachedModels: [elsewhere] };
  expect(entryState(dino, 'fp32', state)).toMatchObject({ kind: 'download' });
});

test('another precision of the backbone in use is not in use', () => {
  const state = { ...nothing, backboneId: 'dino-vits16', cachedModels: [cached] };
  expect(entryState(dino, 'fp32', state)).toEqual({ kind: 'in-use' });
  expect(entryState(dino, 'fp16', state)).toEqual({ kind: 'at-hand', from: 'browser' });
});

test('on its way until it has failed', () => {
  const target = { backboneId: 'dino-vits16', precision: 'fp16' } as const;
  const state = { ...nothing, switching: { kind: 'starting', target } } as const;
  expect(entryState(dino, 'fp16', state)).toEqual({ kind: 'switching' });
  expect(entryState(dino, 'fp32', state)).toMatchObject({ kind: 'download' });
  const failure = { code: 'own-file-lost', label: 'Mine' } as const;
  const failed = { kind: 'failed', target, failure } as const;
  expect(entryState(dino, 'fp16', { ...nothing, switching: failed })).toMatchObject({
    kind: 'download',
  });
});

test('a person’s own file is kept, or has to come again', () => {
  const file = { path: 'vit.onnx', size: { bytes: 5, exact: true }, sha256: 'ab' };
  const own = describeBackbone(
    { input: 'pixel_values', batch: null },
    {
      output: 'tokens',
      side: 224,
      grid: 14,
      patch: 16,
      prefixTokens: 1,
      hasCls: true,
      registers: 0,
      width: 192,
    },
    {
      id: 'own:ab',
      label: 'vit',
      source: { kind: 'own', files: { graph: file, data: [] } },
      pixels: { resize: 256, resample: 'bicubic', ...HALVES },
    },
  );
  expect(entryState(own, 'fp32', nothing)).toEqual({ kind: 'not-here' });
  const here = { ...cached, address: keyOfHash('ab'), backboneId: 'own:ab' };
  expect(entryState(own, 'fp32', { ...nothing, cachedModels: [here] })).toEqual({
    kind: 'at-hand',
    from: 'browser',
  });
});

test('what is on its way, or failed to come, is shown in its precision when the dialog opens again', () => {
  const idle = { ...nothing, backbones: [] };
  const target = { backboneId: 'dino-vits16', precision: 'fp16' } as const;
  const failure: Failure = { code: 'no-canvas', use: 'test-image' };
  expect(usualPrecision(dino, idle)).toBe('fp32');
  expect(usualPrecision(dino, { ...idle, cachedModels: [cached] })).toBe('fp16');
  expect(usualPrecision(dino, { ...idle, switching: { kind: 'queued', target } })).toBe('fp16');
  expect(usualPrecision(dino, { ...idle, switching: { kind: 'failed', target, failure } })).toBe(
    'fp16',
  );
  const inUse = { ...idle, backboneId: 'dino-vits16', precision: 'fp16' } as const;
  expect(usualPrecision(dino, inUse)).toBe('fp16');
  const exact = { backboneId: 'dino-vits16', precision: 'fp32' } as const;
  expect(usualPrecision(dino, { ...inUse, switching: { kind: 'queued', target: exact } })).toBe(
    'fp32',
  );
});
