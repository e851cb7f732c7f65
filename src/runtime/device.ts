/** Where the mathematics runs. */
export type DeviceKind = 'webgpu' | 'wasm';

/** What the person asked for; `auto` takes WebGPU when its adapter is a real one. */
export type DevicePreference = 'auto' | DeviceKind;

/** A device in use. */
export type Device =
  /** `adapter` is a short name, "NVIDIA Ampere"; null where the browser gives none. */
  { kind: 'webgpu'; adapter: string | null; software: boolean } | { kind: 'wasm'; threads: number };
