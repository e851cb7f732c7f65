import type { InferenceSession, Tensor, TensorConstructor } from 'onnxruntime-common';
import type { Failure } from '../vocabulary/failures';
import type { Device } from './device';

export interface SessionChoices {
  keepOnGpu?: string[];
  externalData?: readonly { path: string; data: Uint8Array }[];
}

export type DeviceLoss = Extract<Failure, { code: 'graphics-device-lost' }>;

/**
 * onnxruntime-web on one device, as the rest of the program sees it: only `onnxruntime.ts`, used by
 * workers, and `testing/onnxruntime-node.ts` import the library.
 */
export interface Runtime {
  device: Device;
  /** The GPU device in use, null on WebAssembly. */
  gpu: GPUDevice | null;
  /** Resolves when the GPU device is lost; null on WebAssembly. */
  lost: Promise<DeviceLoss> | null;
  Tensor: TensorConstructor & {
    fromGpuBuffer(
      buffer: GPUBuffer,
      options: { dataType: 'float32'; dims: readonly number[] },
    ): Tensor;
  };
  /**
   * Creates a session from an ONNX model. Calls are put one after another.
   * `keepOnGpu` names outputs that stay in GPU buffers (ignored on WebAssembly); `externalData` are
   * the files that the model keeps weights in, by the names it calls them.
   */
  createSession(model: Uint8Array, options?: SessionChoices): Promise<InferenceSession>;
  /** Runs a session; calls are put one after another. */
  run(
    session: InferenceSession,
    feeds: Record<string, Tensor>,
    fetches?: string[],
  ): Promise<Record<string, Tensor>>;
}
