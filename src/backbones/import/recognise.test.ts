import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import {
  hostileModels,
  leastVit,
  projectionFile,
  unusualModels,
} from '../../../e2e/fixtures/hostile-models';
import { TYPE } from '../../../e2e/fixtures/onnx-bytes';
import { ANY_ENCODER, CLIP_ENCODER } from './export-examples';
import { type DroppedModel, recognise } from './recognise';

const dropped = (bytes: Uint8Array, beside: DroppedModel['beside'] = []): DroppedModel => ({
  name: 'mine.onnx',
  graph: new Blob([Uint8Array.from(bytes)]),
  beside,
});

describe('files that can not serve are told from each other', () => {
  test.each([
    ['empty', { code: 'model-file-empty' }],
    ['text', { code: 'model-file-not-onnx', example: ANY_ENCODER }],
    ['webPage', { code: 'model-file-web-page' }],
    ['truncated', { code: 'model-file-cut-short' }],
    ['lyingLength', { code: 'model-file-damaged', failure: { code: 'onnx-part-too-long' } }],
    ['deep', { code: 'model-without-image-input', inputs: [] }],
    ['countless', { code: 'model-file-damaged', failure: { code: 'onnx-too-many-parts' } }],
    ['hugeInput', { code: 'model-input-side', side: 1_000_000, least: 16, most: 1536 }],
    ['hugeBatch', { code: 'model-batch-too-large', images: 1e9 }],
    [
      'noTokens',
      { code: 'model-gives-maps', outputs: [{ name: 'maps', dims: ['batch', 8, 14, 14] }] },
    ],
    [
      'pooledOnly',
      {
        code: 'model-gives-one-vector',
        outputs: [{ name: 'image_embeds', dims: ['batch', 8] }],
        example: CLIP_ENCODER,
      },
    ],
    ['channelsLast', { code: 'model-channels-last', dims: ['batch', 224, 224, 3] }],
    ['bytes', { code: 'model-input-not-float', type: 'uint8' }],
    ['twoInputs', { code: 'model-with-more-inputs', inputs: ['input_ids'] }],
    ['oblong', { code: 'model-input-not-square', height: 224, width: 196 }],
    ['missingData', { code: 'weights-missing', missing: ['model.onnx_data'] }],
  ] as const)('%s', async (which, failure) => {
    const found = await recognise(dropped(hostileModels[which]()));
    expect(found).toMatchObject({ kind: 'unusable', failure: { file: 'mine.onnx', ...failure } });
  });

  test('a file cut anywhere is told, or found out', async () => {
    const whole = leastVit();
    for (let length = 0; length < whole.length; length += 97) {
      const found = await recognise(dropped(whole.slice(0, length)));
      expect(found.kind, `${length} bytes`).toBe('unusable');
    }
  });

  test('no byte that is wrong breaks more than the model', async () => {
    const bytes = leastVit();
    // Past the weights lie all names, types and shapes.
    for (let at = 0; at < bytes.length; at += at > 1000 && at < 24_800 ? 997 : 1) {
      const changed = bytes.slice();
      changed[at] = 0xff - (changed[at] ?? 0);
      const { kind } = await recognise(dropped(changed));
      expect(['recognised', 'question', 'unusable']).toContain(kind);
    }
  });
});

describe('what a file says is read', () => {
  test('the bundled backbone', async () => {
    const bytes = await readFile('public/models/hiera-tiny-224/model.onnx');
    expect(await recognise(dropped(bytes))).toMatchObject({
      kind: 'recognised',
      facts: { input: 'pixel_values', side: 224, batch: 1, outputs: ['last_hidden_state'] },
    });
  });

  test.each([
    ['dynamicAxes', { side: null, batch: null, outputs: ['last_hidden_state'] }],
    ['noShapes', { side: 224, outputs: ['alpha', 'beta'] }],
    ['withPooled', { outputs: ['last_hidden_state'] }],
    ['fixedBatch', { batch: 1 }],
    ['halves', { input: 'half', side: 224 }],
  ] as const)('%s', async (which, facts) => {
    const found = await recognise(dropped(unusualModels[which]()));
    expect(found).toMatchObject({ kind: 'recognised', facts });
  });

  test('of several outputs the person chooses', async () => {
    const model = dropped(unusualModels.severalOutputs());
    expect(await recognise(model)).toEqual({
      kind: 'question',
      question: {
        about: 'output',
        candidates: [
          { name: 'early', dims: ['batch', 197, 8] },
          { name: 'late', dims: ['batch', 197, 8] },
        ],
      },
    });
    expect(await recognise(model, { output: 'late' })).toMatchObject({
      kind: 'recognised',
      facts: { outputs: ['late'] },
    });
  });

  test('weights beside the graph are found by their name, and have to be whole', async () => {
    const bytes = hostileModels.missingData();
    const blob = new Blob([Uint8Array.from(projectionFile())]);
    const name = 'model.onnx_data';
    expect(await recognise(dropped(bytes, [{ name, blob }]))).toMatchObject({
      kind: 'recognised',
      facts: { model: { data: [{ location: 'weights/model.onnx_data', blob }] } },
    });
    expect(await recognise(dropped(bytes, [{ name, blob: blob.slice(0, 100) }]))).toEqual({
      kind: 'unusable',
      failure: {
        code: 'weights-cut-short',
        file: 'mine.onnx',
        weights: name,
        found: 100,
        expected: 24576,
      },
    });
  });

  test('weights are stepped over', async () => {
    const weights = { name: 'weights', type: TYPE.float32, dims: [10_000_000] };
    const bytes = leastVit({
      more: { tensors: [{ ...weights, data: new Uint8Array(40_000_000) }] },
    });
    const graph = new Blob([Uint8Array.from(bytes)]);
    const slice = graph.slice.bind(graph);
    let read = 0;
    graph.slice = (start, end) => {
      const part = slice(start, end);
      read += part.size;
      return part;
    };
    expect((await recognise({ name: 'x', graph, beside: [] })).kind).toBe('recognised');
    expect(read).toBeLessThan(200_000);
  });

  test('what no browser could load is told before anyone tries', async () => {
    const graph = new Blob([Uint8Array.from(hostileModels.missingData())]);
    const blob = Object.defineProperty(new Blob([]), 'size', { value: 3e9 });
    const beside = [{ name: 'model.onnx_data', blob }];
    expect(await recognise({ name: 'x', graph, beside })).toEqual({
      kind: 'unusable',
      failure: { code: 'model-larger-than-browser', file: 'x', bytes: 3e9 + graph.size },
    });
  });
});
