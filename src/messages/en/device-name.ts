import type { Device } from '../../runtime/device';

/** "WebGPU · NVIDIA Ampere", "WebGPU (software)", "WebAssembly ×2". */
export function deviceName(device: Device): string {
  if (device.kind === 'wasm') return `WebAssembly ×${device.threads}`;
  return device.software ? 'WebGPU (software)' : `WebGPU · ${device.adapter ?? 'GPU'}`;
}
