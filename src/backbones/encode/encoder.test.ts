import { expect, test } from 'vitest';
import { leastVit, unusualModels } from '../../../e2e/fixtures/hostile-models';
import type { Runtime } from '../../runtime/runtime';
import { loadNodeRuntime } from '../../testing/onnxruntime-node';
import type { ImageTokens } from '../../vocabulary/images';
import { IMAGENET } from '../catalogue/common-facts';
import { Encoder } from './encoder';
import { selfCheck } from './self-check';

const runtime = await loadNodeRuntime();
const side = 224;
const images = [1, 2, 3, 4, 5].map((seed) =>
  Float32Array.from({ length: 3 * side * side }, (_, i) => Math.sin(seed * 7 + i / 300)),
);

const spec = {
  label: 'Least',
  input: 'pixel_values',
  output: 'last_hidden_state',
  batch: null as number | null,
  preprocessing: { resize: side, crop: side, resample: 'bicubic', ...IMAGENET } as const,
  grid: { height: 14, width: 14 },
  prefixTokens: 1,
  width: 8,
};

/** Counts the images of every run, on a device that says what it is. */
async function counting(model: Uint8Array, device: Runtime['device'], change = {}) {
  const session = await runtime.createSession(model);
  const runs: number[] = [];
  const counted: Runtime = {
    ...runtime,
    device,
    run: (of, feeds, fetches) => {
      runs.push(feeds.pixel_values?.dims[0] ?? 0);
      return runtime.run(of, feeds, fetches);
    },
  };
  return { encoder: new Encoder({ ...spec, ...change }, counted, session), runs };
}

const WASM = { kind: 'wasm', threads: 1 } as const;
const GPU = { kind: 'webgpu', adapter: 'GPU', software: false } as const;

test('however many run at once, an image has the tokens that it has alone', async () => {
  const { encoder } = await counting(leastVit(), WASM);
  const alone: ImageTokens[] = [];
  for (const image of images) alone.push(...(await encoder.encode([image])));
  for (const batch of [2, 3, 5]) {
    const fixed = await counting(leastVit({ batch }), WASM, { batch });
    const together = await fixed.encoder.encode(images);
    expect(fixed.runs).toEqual(Array(Math.ceil(images.length / batch)).fill(batch));
    expect(together).toHaveLength(images.length);
    together.forEach(({ data }, i) => {
      const worst = data.reduce(
        (most, value, k) => Math.max(most, Math.abs(value - (alone[i]?.data[k] ?? 0))),
        0,
      );
      expect(worst).toBeLessThanOrEqual(1e-5);
    });
  }
});

test('WebAssembly gets one image at a time, without being measured', async () => {
  const { encoder, runs } = await counting(leastVit(), WASM);
  expect(await encoder.encode(images)).toHaveLength(5);
  expect(runs).toEqual([1, 1, 1, 1, 1]);
});

test('a GPU is measured once, when there are several images', async () => {
  const { encoder, runs } = await counting(leastVit(), GPU);
  await encoder.encode(images.slice(0, 1));
  expect(runs).toEqual([1]);
  const size = await encoder.bestBatch();
  expect(runs).toEqual([1, 1, 1, 4, 4, 8, 8]);
  await encoder.encode(images);
  expect(runs.slice(7).reduce((a, b) => a + b)).toBe(5);
  expect(Math.max(...runs.slice(7))).toBeLessThanOrEqual(size);
});

test('what is wrong with tokens is told by the check, which a plain run would throw over', async () => {
  const { encoder } = await counting(leastVit(), WASM);
  const [tokens = null] = await encoder.encode(images.slice(0, 1));
  const [image = new Float32Array()] = images;
  expect(selfCheck(await encoder.encodeUnchecked(image), tokens)).toMatchObject({ ok: true });

  const broken = image.map(() => Number.NaN);
  await expect(encoder.encode([broken])).rejects.toThrow('backbone-output-not-finite');
  expect(selfCheck(await encoder.encodeUnchecked(broken), tokens)).toMatchObject({
    failure: { code: 'half-not-finite' },
  });
});

test('a graph of 16-bit inputs and outputs serves like any other', async () => {
  const session = await runtime.createSession(unusualModels.halves());
  const encoder = new Encoder({ ...spec, input: 'half' }, runtime, session);
  const exact = await counting(leastVit(), WASM);
  const [image = new Float32Array()] = images;
  const [reference = null] = await exact.encoder.encode([image]);
  expect(selfCheck(await encoder.encodeUnchecked(image), reference)).toMatchObject({ ok: true });
});
