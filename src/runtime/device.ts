/** Where the mathematics runs. */
export type DeviceKind = 'webgpu' | 'wasm';

/** What the person asked for; `auto` takes WebGPU when its adapter is a real one. */
export type DevicePreference = 'auto' | DeviceKind;

/** A device in use, as it is shown on screen. */
export type Device =
  | { kind: 'webgpu'; adapter: string; software: boolean }
  | { kind: 'wasm'; threads: number };

/** "WebGPU · NVIDIA", "WebGPU (software)", "WebAssembly ×2". */
export function describeDevice(device: Device): string {
  if (device.kind === 'wasm') return `WebAssembly ×${device.threads}`;
  return device.software ? 'WebGPU (software)' : `WebGPU · ${device.adapter}`;
}
