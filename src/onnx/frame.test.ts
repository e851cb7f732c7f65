import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { input, matMul } from '../graph/operators';
import { serialise } from '../graph/serialise';
import { onnxFrame } from './frame';

const own = Uint8Array.from(serialise({ y: matMul(input('x', [2, 3]), input('w', [3, 4])) }));
const bundled = Uint8Array.from(await readFile('public/models/hiera-tiny-224/model.onnx'));

test.each([
  ['the bundled model', bundled],
  ['a graph of this program', own],
])('%s is whole, and cut anywhere it is not', async (_, bytes) => {
  expect(await onnxFrame(new Blob([bytes]))).toBe('whole');
  for (const share of [0.999, 0.5, 0.1]) {
    const cut = bytes.subarray(0, Math.floor(bytes.length * share));
    expect(['cut-short', 'not-onnx']).toContain(await onnxFrame(new Blob([cut])));
  }
  const last = new Blob([bytes.subarray(0, bytes.length - 1)]);
  expect(await onnxFrame(last)).toBe('cut-short');
});

test.each([
  ['nothing', '', 'empty'],
  ['a page', '\n <!DOCTYPE html><title>Sign in</title>', 'web-page'],
  ['a pointer to large storage', 'version https://git-lfs.github.com/spec/v1\noid x', 'not-onnx'],
  ['an error as text', 'Entry not found', 'not-onnx'],
  ['JSON', '{"error":"no"}', 'not-onnx'],
  ['a model without a graph', '\x08\x08', 'not-onnx'],
  ['a model’s first field over and over', '\x08\x08'.repeat(100_000), 'not-onnx'],
  ['noise', '\xff\x00\x7f\x3c', 'not-onnx'],
])('%s is none', async (_, text, frame) => {
  expect(await onnxFrame(new Blob([text]))).toBe(frame);
});

test('a graph that claims more bytes than any file has is cut short', async () => {
  const huge = new Uint8Array([0x08, 8, 0x3a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 1, 2, 3]);
  expect(await onnxFrame(new Blob([huge]))).toBe('cut-short');
});
