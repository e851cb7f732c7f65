import { describe, expect, test } from 'vitest';
import type { AdapterKind } from '../../runtime/adapter';
import type { DevicePreference } from '../../runtime/device';
import { DeviceChoice } from './device-choice';

function choice(preference: DevicePreference, adapter: AdapterKind): DeviceChoice {
  const made = new DeviceChoice();
  made.adapter = adapter;
  made.choose(preference);
  return made;
}

describe('the device that a worker starts on', () => {
  test.each([
    ['auto', 'real', 'webgpu'],
    ['auto', 'software', 'wasm'],
    ['auto', 'none', 'wasm'],
    ['webgpu', 'software', 'webgpu'],
    ['webgpu', 'none', 'wasm'],
    ['wasm', 'real', 'wasm'],
  ] as const)('%s with a %s adapter is %s', (preference, adapter, expected) => {
    expect(choice(preference, adapter).kind).toBe(expected);
  });
});

test('a GPU lost once is tried again, lost twice by the same worker it is not', () => {
  const device = choice('auto', 'real');
  device.gpuLost('backbone');
  expect(device.kind).toBe('webgpu');
  device.gpuLost('backbone');
  expect(device.kind).toBe('wasm');
});

test('both workers losing it in one crash counts as once', () => {
  const device = choice('auto', 'real');
  device.gpuLost('backbone');
  device.gpuLost('trainer');
  expect(device.kind).toBe('webgpu');
});

test('a GPU that does not start is given up until the person chooses it again', () => {
  const device = choice('webgpu', 'real');
  device.gpuFailedToStart();
  expect(device.kind).toBe('wasm');
  device.choose('webgpu');
  expect(device.kind).toBe('webgpu');
});
