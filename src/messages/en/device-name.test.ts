import { expect, test } from 'vitest';
import { deviceName } from './device-name';

test('a device is called by what computes', () => {
  const gpu = { kind: 'webgpu', adapter: 'NVIDIA Ampere', software: false } as const;
  expect(deviceName({ kind: 'wasm', threads: 2 })).toBe('WebAssembly ×2');
  expect(deviceName(gpu)).toBe('WebGPU · NVIDIA Ampere');
  expect(deviceName({ ...gpu, adapter: null })).toBe('WebGPU · GPU');
  expect(deviceName({ ...gpu, software: true })).toBe('WebGPU (software)');
});
