import * as library from 'onnxruntime-web';
import { buildRuntime } from '../runtime/build-runtime';
import type { Runtime } from '../runtime/runtime';

/**
 * The same WebAssembly as in the browser, for tests and scripts in Node. The first call decides the
 * number of threads for the whole process.
 */
export async function loadNodeRuntime({ threads = 1 } = {}): Promise<Runtime> {
  library.env.logLevel = 'error';
  library.env.wasm.numThreads = threads;
  return buildRuntime(library, { device: { kind: 'wasm', threads }, gpu: null, lost: null });
}
