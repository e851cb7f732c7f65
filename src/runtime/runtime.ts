import type { InferenceSession, Tensor, TensorConstructor } from 'onnxruntime-common';
import type { Device } from './device';

/** A file of weights under the name by which the model refers to it. */
export interface ExternalFile {
  path: string;
  data: Uint8Array;
}

/**
 * onnxruntime-web on one device, as the rest of the program sees it: only `onnxruntime.ts` and
 * `onnxruntime-node.ts` beside this file, used by the two workers and by tests, import the library.
 */
export interface Runtime {
  device: Device;
  /** The GPU device in use, null on WebAssembly. */
  gpu: GPUDevice | null;
  /** Resolves with the reason when the GPU device is lost; null on WebAssembly. */
  lost: Promise<string> | null;
  Tensor: TensorConstructor & {
    fromGpuBuffer(
      buffer: GPUBuffer,
      options: { dataType: 'float32'; dims: readonly number[] },
    ): Tensor;
  };
  /**
   * Creates a session from an ONNX model. Calls are put one after another.
   * `keepOnGpu` names outputs that stay in GPU buffers (ignored on WebAssembly). `externalData`
   * are the files that weights outside the model lie in.
   */
  createSession(
    model: Uint8Array,
    options?: { keepOnGpu?: string[]; externalData?: readonly ExternalFile[] },
  ): Promise<InferenceSession>;
  /** Runs a session; calls are put one after another. */
  run(
    session: InferenceSession,
    feeds: Record<string, Tensor>,
    fetches?: string[],
  ): Promise<Record<string, Tensor>>;
}
