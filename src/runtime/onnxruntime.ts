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
 * @throws `no-webgpu` or `no-graphics-adapter` when WebGPU is asked for and there is none.
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
  const runtime = buildRuntime(
    library,
    opened ? onGpu(opened) : { device: { kind: 'wasm', threads }, gpu: null, lost: null },
  );
  await warmUp(runtime);
  return runtime;
}

function onGpu({ gpu, info }: { gpu: GPUDevice; info: GPUAdapterInfo }) {
  return {
    device: { kind: 'webgpu', adapter: adapterName(info), software: isSoftware(info) } as const,
    gpu,
    lost: gpu.lost.then(
      ({ message, reason }) => ({ code: 'graphics-device-lost', detail: message, reason }) as const,
    ),
  };
}

/**
 * The library fetches and compiles its WebAssembly only for its first session. Having that here
 * means that what can fail fails now, and that nothing is fetched later.
 */
async function warmUp(runtime: Runtime): Promise<void> {
  const session = await runtime.createSession(SMALLEST_MODEL);
  await session.release();
}

/** A graph that passes one number through: y = Identity(x), opset 13, encoded as ONNX. */
const SMALLEST_MODEL = Uint8Array.from([
  0x08, 0x08, 0x3a, 0x37, 0x0a, 0x10, 0x0a, 0x01, 0x78, 0x12, 0x01, 0x79, 0x22, 0x08, 0x49, 0x64,
  0x65, 0x6e, 0x74, 0x69, 0x74, 0x79, 0x12, 0x01, 0x67, 0x5a, 0x0f, 0x0a, 0x01, 0x78, 0x12, 0x0a,
  0x0a, 0x08, 0x08, 0x01, 0x12, 0x04, 0x0a, 0x02, 0x08, 0x01, 0x62, 0x0f, 0x0a, 0x01, 0x79, 0x12,
  0x0a, 0x0a, 0x08, 0x08, 0x01, 0x12, 0x04, 0x0a, 0x02, 0x08, 0x01, 0x42, 0x02, 0x10, 0x0d,
]);
