import { adapterName, isSoftware } from './adapter';
import { buildRuntime } from './build-runtime';
import type { DeviceKind } from './device';
import { type RuntimeFiles, runtimeFiles } from './files';
import { openGpuDevice } from './gpu-device';
import type { Runtime } from './runtime';

export interface LoadOptions {
  /** WebAssembly threads; see `threads.ts`. */
  threads: number;
  /** The runtime's own files, where the page holds them already; else they are fetched. */
  files?: RuntimeFiles | undefined;
}

/**
 * Loads onnxruntime-web for one device, in a module worker. A worker loads one runtime in its life.
 * @throws when WebGPU is asked for and the browser has none.
 */
export async function loadRuntime(
  device: DeviceKind,
  { threads, files }: LoadOptions,
): Promise<Runtime> {
  const opened = device === 'webgpu' ? await openGpuDevice() : null;
  const [library, wasmPaths] = await Promise.all([
    // The WebGPU build runs WebAssembly too, but slower and from a file of twice the size.
    opened ? import('onnxruntime-web/webgpu') : import('onnxruntime-web/wasm'),
    files ?? runtimeFiles(device),
  ]);
  library.env.logLevel = 'error';
  library.env.wasm.wasmPaths = { ...wasmPaths };
  // Beside the GPU only copies and shape arithmetic are left for WebAssembly.
  library.env.wasm.numThreads = opened ? 1 : threads;
  if (!opened) {
    return buildRuntime(library, { device: { kind: 'wasm', threads }, gpu: null, lost: null });
  }
  const { gpu, info } = opened;
  return buildRuntime(library, {
    device: { kind: 'webgpu', adapter: adapterName(info), software: isSoftware(info) },
    gpu,
    lost: gpu.lost.then(({ message, reason }) => message || `the device was ${reason}`),
  });
}
