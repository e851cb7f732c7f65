import type { InferenceSession } from 'onnxruntime-common';
import { fromHalves, toHalves } from '../../numbers/float16';
import type { Runtime } from '../../runtime/runtime';
import { AppError } from '../../vocabulary/failures';
import type { ImageTokens } from '../../vocabulary/images';
import { ProgrammingError } from '../../vocabulary/programming-error';
import type { Backbone } from '../backbone';
import { measureBatchSize } from './batch-size';
import { readTokens } from './read-tokens';
import { type EncoderOutput, runEncoder } from './run-encoder';

type Spec = Pick<
  Backbone,
  'label' | 'input' | 'output' | 'batch' | 'preprocessing' | 'grid' | 'prefixTokens' | 'width'
>;

/** A backbone on a device: normalised images in, tokens out. */
export class Encoder {
  private batchSize: Promise<number> | null = null;

  constructor(
    readonly spec: Spec,
    private readonly runtime: Runtime,
    private readonly session: InferenceSession,
  ) {}

  /**
   * The tokens of each image, as they come back from the cache too.
   * @param images normalised, (3, side, side) each.
   * @throws the runtime's error; `AppError('backbone-output-…')` when the output is not what the
   * backbone promises.
   */
  async encode(images: readonly Float32Array[]): Promise<ImageTokens[]> {
    const size = images.length > 1 ? await this.bestBatch() : 1;
    const tokens: ImageTokens[] = [];
    for (let from = 0; from < images.length; from += size) {
      for (const output of await this.run(images.slice(from, from + size))) {
        const { data, ...shape } = readTokens(output, this.spec);
        // Rounded once and for all: the same image always has the same tokens.
        tokens.push({ ...shape, data: fromHalves(toHalves(data)) });
      }
    }
    return tokens;
  }

  /** The tokens of one image whatever they are, for judging whether they make sense. */
  async encodeUnchecked(image: Float32Array): Promise<Pick<ImageTokens, 'data' | 'width'>> {
    const [output] = await this.run([image]);
    if (!output) throw new ProgrammingError(`${this.spec.label} gave no output.`);
    return { data: output.data, width: output.dims.at(-1) ?? 0 };
  }

  /** Images in one run: what the graph fixes, else what is quickest on this device. */
  bestBatch(): Promise<number> {
    this.batchSize ??= this.chooseBatch();
    return this.batchSize;
  }

  private async chooseBatch(): Promise<number> {
    if (this.spec.batch !== null) return this.spec.batch;
    const { device } = this.runtime;
    // WebAssembly and software rendering are busy with one image; several only take longer.
    if (device.kind === 'wasm' || device.software) return 1;
    const { crop } = this.spec.preprocessing;
    const grey = new Float32Array(3 * crop * crop);
    const { size } = await measureBatchSize((images) =>
      this.run(Array.from({ length: images }, () => grey)),
    );
    return size;
  }

  /** Runs at most one batch; each output is (1, T, D). */
  private async run(images: readonly Float32Array[]): Promise<EncoderOutput[]> {
    const { input, output, batch, preprocessing } = this.spec;
    const side = preprocessing.crop;
    const each = 3 * side * side;
    // Where the graph fixes more images than there are, the others stay grey.
    const pixels = new Float32Array((batch ?? images.length) * each);
    images.forEach((image, i) => {
      pixels.set(image, i * each);
    });
    const outputs = await runEncoder(this.runtime, this.session, {
      input,
      outputs: [output],
      side,
      pixels,
    });
    const found = outputs[output];
    if (!found) {
      throw new AppError({ code: 'backbone-output-missing', label: this.spec.label, output });
    }
    const [count = 1, ...dims] = found.dims;
    const size = found.data.length / count;
    return images.map((_, i) => ({
      dims: [1, ...dims],
      data: found.data.slice(i * size, (i + 1) * size),
    }));
  }
}
