import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import {
  hostileModels,
  leastVit,
  projectionFile,
  unusualModels,
} from '../../../e2e/fixtures/hostile-models';
import { TYPE } from '../../../e2e/fixtures/onnx-bytes';
import { type DroppedModel, recognise } from './recognise';

const dropped = (bytes: Uint8Array, beside: DroppedModel['beside'] = []): DroppedModel => ({
  name: 'mine.onnx',
  graph: new Blob([Uint8Array.from(bytes)]),
  beside,
});

describe('files that can not serve get a sentence', () => {
  test.each([
    ['empty', /empty file/],
    ['text', /no ONNX model/],
    ['webPage', /is a web page/],
    ['truncated', /ends in the middle/],
    ['lyingLength', /is damaged.*longer than what holds it/],
    ['deep', /takes nothing/],
    ['countless', /more parts than any model/],
    ['hugeInput', /1000000 × 1000000 pixels; between 16 and 1536/],
    ['hugeBatch', /1000000000 images at once/],
    ['noTokens', /maps \(batch, 8, 14, 14\): maps, as a convolutional network does/],
    [
      'pooledOnly',
      /gives image_embeds \(batch, 8\): one vector for the whole image.*python tools\/export_backbone\.py transformers:openai\/clip/,
    ],
    ['channelsLast', /colours last, \(batch, 224, 224, 3\).*\(batch, 3, height, width\)/],
    ['bytes', /8-bit numbers \(uint8\).*float32 input/],
    ['twoInputs', /wants input_ids beside the image/],
    ['oblong', /224 × 196 pixels.*squares/],
    ['missingData', /keeps its weights in model\.onnx_data, which is not here/],
  ] as const)('%s', async (which, sentence) => {
    const found = await recognise(dropped(hostileModels[which]()));
    expect(found).toEqual({ kind: 'unusable', sentence: expect.stringMatching(sentence) });
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
          { name: 'early', shape: '(batch, 197, 8)' },
          { name: 'late', shape: '(batch, 197, 8)' },
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
      sentence: expect.stringMatching(/ends before all weights.*100 bytes of 24576/),
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
      sentence: expect.stringMatching(/3\.0 GB/),
    });
  });
});
