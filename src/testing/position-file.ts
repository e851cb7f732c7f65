/** Leading principal components of a backbone's tokens of some photos, rounded to a byte each. */
export interface PositionFile {
  /** SHA-256 of the model. */
  model: string;
  components: number;
  images: number;
  /** What a step stands for. */
  step: number;
  /** Images one after another, (N, components) each: signed bytes in base64. */
  steps: string;
}

const LARGEST = 127;

export function encodeSteps(images: readonly Float32Array[]): Pick<PositionFile, 'step' | 'steps'> {
  const values = images.flatMap((image) => [...image]);
  const step = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / LARGEST;
  const bytes = Int8Array.from(values, (value) => Math.round(value / step));
  return { step, steps: Buffer.from(bytes.buffer).toString('base64') };
}

/** (N, components) of each image. */
export function decodeSteps({ images, step, steps }: PositionFile): Float32Array[] {
  const bytes = new Int8Array(Buffer.from(steps, 'base64'));
  const each = bytes.length / images;
  return Array.from({ length: images }, (_, index) =>
    Float32Array.from(bytes.subarray(index * each, (index + 1) * each), (value) => value * step),
  );
}
