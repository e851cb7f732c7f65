import type { Tensor } from 'onnxruntime-common';
import { sizeOf } from '../../graph/value';
import { shuffled } from '../../numbers/random';
import { type Standardisation, tokensShape } from '../../probes/probe';
import type { Runtime } from '../../runtime/runtime';
import type { LabelledImage } from '../../vocabulary/images';
import type { HeadShape } from '../model/forward';
import { writeStandardised } from '../model/standardise';
import type { Batch } from './stepper';

/** Where a batch's rows come from: what the probe reads of an image, row-major. */
export type ReadTokens = (imageId: string) => Float32Array;

/** Feeds of an epoch, one batch after another. */
export interface Batches {
  /** B; every batch has this size, what is left over waits for another epoch's shuffle. */
  size: number;
  perEpoch: number;
  epoch(): Iterable<Batch & { images: readonly LabelledImage[] }>;
  release(): void;
}

/**
 * Batches of `shape.batch` images. When that is all of them the batch is written and (on a GPU)
 * uploaded once; else the images are shuffled every epoch and written anew for every step.
 */
export function makeBatches(
  runtime: Runtime,
  images: readonly LabelledImage[],
  read: ReadTokens,
  standardisation: Standardisation | null,
  shape: HeadShape,
  random: () => number,
): Batches {
  const size = shape.batch;
  const write = (chosen: readonly LabelledImage[]) => ({
    images: chosen,
    tokens: tokensTensor(
      runtime,
      chosen.map((image) => read(image.id)),
      standardisation,
      shape,
    ),
    targets: targetsTensor(runtime, chosen, shape.classes),
  });

  if (images.length === size) {
    const whole = write(images);
    return { size, perEpoch: 1, epoch: () => [whole], release: () => whole.tokens.dispose() };
  }
  const perEpoch = Math.floor(images.length / size);
  return {
    size,
    perEpoch,
    *epoch() {
      const order = shuffled(images, random);
      for (let i = 0; i < perEpoch; i++) {
        const batch = write(order.slice(i * size, (i + 1) * size));
        try {
          yield batch;
        } finally {
          batch.tokens.dispose();
        }
      }
    },
    release: () => {},
  };
}

/**
 * The tokens of several images as one tensor, shaped as the probe reads them; on a GPU they are put
 * into a GPU buffer, to be uploaded only once.
 */
export function tokensTensor(
  runtime: Runtime,
  tables: readonly Float32Array[],
  standardisation: Standardisation | null,
  { probe, patches, width }: Pick<HeadShape, 'probe' | 'patches' | 'width'>,
): Tensor {
  const dims = tokensShape(probe.reads, { batch: tables.length, patches, width });
  const data = new Float32Array(sizeOf(dims));
  const each = data.length / tables.length;
  tables.forEach((table, index) => {
    if (standardisation) writeStandardised(data, index * each, table, standardisation);
    else data.set(table, index * each);
  });
  const { gpu } = runtime;
  if (!gpu) return new runtime.Tensor('float32', data, dims);
  const buffer = gpu.createBuffer({
    size: data.byteLength,
    usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
  });
  gpu.queue.writeBuffer(buffer, 0, data);
  const tensor = runtime.Tensor.fromGpuBuffer(buffer, { dataType: 'float32', dims });
  // The library leaves buffers that it did not make alone.
  const dispose = tensor.dispose.bind(tensor);
  tensor.dispose = () => {
    dispose();
    buffer.destroy();
  };
  return tensor;
}

function targetsTensor(
  runtime: Runtime,
  images: readonly LabelledImage[],
  classes: number,
): Tensor {
  const data = new Float32Array(images.length * classes);
  images.forEach(({ classIndex }, row) => {
    data[row * classes + classIndex] = 1;
  });
  return new runtime.Tensor('float32', data, [images.length, classes]);
}
