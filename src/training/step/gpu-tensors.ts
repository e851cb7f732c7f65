import type { Tensor } from 'onnxruntime-common';

/** GPU buffers are not garbage-collected in time; main memory is. */
export function disposeGpuTensors(tensors: Record<string, Tensor>): void {
  for (const tensor of Object.values(tensors)) {
    if (tensor.location === 'gpu-buffer') tensor.dispose();
  }
}
