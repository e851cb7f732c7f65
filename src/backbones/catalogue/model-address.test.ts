import { expect, test } from 'vitest';
import { filesOf } from '../backbone';
import { findBackbone } from './catalogue';
import { fileAddress, readPasted } from './model-address';

const page = 'https://page.example/probe/';

test('a hub file lies at its repository, revision and path', () => {
  const backbone = findBackbone([], 'dinov2-small');
  const { graph } = filesOf(backbone, 'fp16');
  expect(fileAddress(backbone.source, graph, { page })).toBe(
    'https://huggingface.co/Xenova/dinov2-small/resolve/main/onnx/model_fp16.onnx',
  );
  expect(fileAddress(backbone.source, graph, { page, hub: 'http://127.0.0.1:9' })).toBe(
    'http://127.0.0.1:9/Xenova/dinov2-small/resolve/main/onnx/model_fp16.onnx',
  );
});

test('bundled files lie beside the page, a person’s own nowhere', () => {
  const { source } = findBackbone([], 'hiera-tiny-224');
  expect(fileAddress(source, { path: 'models/a.onnx' }, { page })).toBe(`${page}models/a.onnx`);
  const files = { graph: { path: 'a.onnx', size: null, sha256: null }, data: [] };
  expect(fileAddress({ kind: 'own', files }, files.graph, { page })).toBeNull();
});

const atHub = { kind: 'hub', repo: 'owner/a.model', revision: 'main', path: 'onnx/model.onnx' };
test.each([
  [' owner/a.model ', atHub],
  ['https://huggingface.co/owner/a.model', atHub],
  ['https://huggingface.co/owner/a.model/tree/v2', { ...atHub, revision: 'v2' }],
  [
    'https://huggingface.co/owner/a.model/blob/v2/onnx/sub/vision.onnx?download=true',
    { ...atHub, revision: 'v2', path: 'onnx/sub/vision.onnx' },
  ],
  ['https://else.example/m.onnx#x', { kind: 'url', url: 'https://else.example/m.onnx' }],
  ['http://localhost:8000/m.onnx', { kind: 'url', url: 'http://localhost:8000/m.onnx' }],
])('"%s" is understood', (text, meaning) => {
  expect(readPasted(text)).toEqual(meaning);
});

test.each([
  ['', 'no-model-address'],
  ['dinov2', 'no-model-address'],
  ['http://else.example/m.onnx', 'address-not-https'],
  ['file:///m.onnx', 'address-not-https'],
  ['https://huggingface.co/models', 'address-without-model'],
  ['https://huggingface.co/%E0%A4/x', 'address-without-model'],
])('"%s" gets a reason', (text, code) => {
  expect(readPasted(text)).toEqual({ kind: 'unclear', failure: { code } });
});
