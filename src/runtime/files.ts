import gpuScript from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import gpuBinary from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import threadedScript from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import threadedBinary from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import type { DeviceKind } from './device';

/** Absolute URLs of the two files that onnxruntime-web loads by itself. */
export interface RuntimeFiles {
  mjs: string;
  wasm: string;
}

/** Where the runtime's files of a device lie; they are part of the build, never on a CDN. */
export function runtimeFiles(device: DeviceKind): RuntimeFiles {
  return device === 'webgpu'
    ? { mjs: absolute(gpuScript), wasm: absolute(gpuBinary) }
    : { mjs: absolute(threadedScript), wasm: absolute(threadedBinary) };
}

/** Without an absolute URL the runtime would resolve against its own script. */
function absolute(url: string): string {
  return new URL(url, globalThis.location.href).href;
}
