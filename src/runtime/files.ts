import type { DeviceKind } from './device';

/** Absolute URLs of the two files that onnxruntime-web loads by itself. */
export interface RuntimeFiles {
  mjs: string;
  wasm: string;
}

/** Where the runtime's files of a device lie; they are part of the build, never on a CDN. */
export async function runtimeFiles(device: DeviceKind): Promise<RuntimeFiles> {
  const [mjs, wasm] =
    device === 'webgpu'
      ? await Promise.all([
          import('onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url'),
          import('onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url'),
        ])
      : await Promise.all([
          import('onnxruntime-web/ort-wasm-simd-threaded.mjs?url'),
          import('onnxruntime-web/ort-wasm-simd-threaded.wasm?url'),
        ]);
  return { mjs: absolute(mjs.default), wasm: absolute(wasm.default) };
}

/** Without an absolute URL the runtime would resolve against its own script. */
function absolute(url: string): string {
  return new URL(url, globalThis.location.href).href;
}
