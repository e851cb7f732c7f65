import { expect, test } from 'vitest';
import { app } from './app';

test('the device says what runs and where', () => {
  const { status } = app.device;
  expect(status({ kind: 'ready', device: { kind: 'wasm', threads: 2 } })).toBe('WebAssembly ×2');
  const gpu = { kind: 'webgpu', adapter: 'NVIDIA', software: false } as const;
  expect(status({ kind: 'ready', device: gpu })).toBe('WebGPU · NVIDIA');
  expect(status({ kind: 'ready', device: { ...gpu, software: true } })).toBe('WebGPU (software)');
  expect(status({ kind: 'starting', loaded: 0, total: 0 })).toBe('starting');
  expect(status({ kind: 'starting', loaded: 1, total: 4 })).toBe('loading 25 %');
});

test('a drop that may hold a model says what becomes of it', () => {
  expect(app.drop.intoClass(false)).toBe('Drop into “<name></name>”');
  expect(app.drop.anywhere(true)).toMatch(/“<name><\/name>”; an \.onnx file is opened/);
});
