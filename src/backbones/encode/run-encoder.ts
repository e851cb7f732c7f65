import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { fromHalves, toHalves } from '../../numbers/float16';
import type { Runtime } from '../../runtime/runtime';
import { AppError } from '../../vocabulary/failures';

export interface EncoderOutput {
  dims: readonly number[];
  /** Row-major, 32-bit whatever the graph gives; its own memory. */
  data: Float32Array<ArrayBuffer>;
}

export interface EncoderRun {
  input: string;
  outputs: readonly string[];
  /** Pixels to a side. */
  side: number;
  /** Normalised images one after another, (B, 3, side, side). */
  pixels: Float32Array;
}

/**
 * Runs an encoder on one or several images. Graphs that take or give 16-bit floats are served too.
 * @throws the runtime's error, `AppError('output-not-float')`.
 */
export async function runEncoder(
  runtime: Runtime,
  session: InferenceSession,
  { input, outputs, side, pixels }: EncoderRun,
): Promise<Record<string, EncoderOutput>> {
  const dims = [pixels.length / (3 * side * side), 3, side, side];
  const tensor = takesHalf(session, input)
    ? new runtime.Tensor('float16', toHalves(pixels), dims)
    : new runtime.Tensor('float32', pixels, dims);
  const results = await runtime.run(session, { [input]: tensor }, [...outputs]);
  return Object.fromEntries(
    Object.entries(results).map(([name, output]) => [
      name,
      { dims: output.dims, data: floats(name, output) },
    ]),
  );
}

function takesHalf({ inputMetadata }: InferenceSession, input: string): boolean {
  return inputMetadata.some(
    (value) => value.name === input && value.isTensor && value.type === 'float16',
  );
}

function floats(name: string, { data, type }: Tensor): Float32Array<ArrayBuffer> {
  if (data instanceof Uint16Array && type === 'float16') return fromHalves(data);
  // Where the browser has 16-bit arrays, the runtime gives those.
  if (type === 'float16') return Float32Array.from(data as unknown as ArrayLike<number>);
  if (data instanceof Float32Array) return data.slice();
  throw new AppError({ code: 'output-not-float', output: name, type });
}
