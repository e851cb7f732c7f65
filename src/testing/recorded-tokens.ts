/** Some tokens of one backbone on the test pattern, as native onnxruntime gave them. */
export interface RecordedTokens {
  /** SHA-256 of the model, so that a comparison with another file is told from a wrong result. */
  model: string;
  /** "onnxruntime-node 1.30.0" */
  runtime: string;
  /** Side in pixels of the test pattern. */
  size: number;
  /** The output's shape, (1, T, D). */
  shape: [number, number, number];
  /** Which of the T tokens were kept. */
  tokens: number[];
  /** Their D values one after another: little-endian float32 in base64. */
  values: string;
}

/** What is recorded, and what each needs. Further files of weights go by the name they are asked by. */
export const RECORDED = [
  { id: 'hiera-tiny-224', size: 224, weights: [] },
  { id: 'hiera-tiny-448', size: 448, weights: ['hiera-tiny-224'] },
  { id: 'deit-tiny-224', size: 224, weights: [] },
] as const satisfies { id: string; size: number; weights: string[] }[];

/** Eight tokens from the first to the last, far apart. */
export function chosenTokens(count: number): number[] {
  return Array.from({ length: 8 }, (_, i) => Math.floor((i * (count - 1)) / 7));
}

/** The chosen rows of (1, T, D) values, in one array. */
export function takeTokens(values: Float32Array, width: number, tokens: readonly number[]) {
  const taken = new Float32Array(tokens.length * width);
  tokens.forEach((token, row) => {
    taken.set(values.subarray(token * width, (token + 1) * width), row * width);
  });
  return taken;
}

export function decodeValues(base64: string): Float32Array {
  return new Float32Array(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)).buffer);
}

/**
 * How far tokens are from recorded ones: the length of the difference over the length of the
 * recorded token, for the token where that is greatest.
 */
export function relativeError(found: Float32Array, recorded: Float32Array, width: number): number {
  let worst = 0;
  for (let start = 0; start < recorded.length; start += width) {
    let difference = 0;
    let length = 0;
    for (let i = start; i < start + width; i++) {
      const expected = recorded[i] ?? Number.NaN;
      difference += ((found[i] ?? Number.NaN) - expected) ** 2;
      length += expected ** 2;
    }
    // Unlike a comparison, this lets no NaN pass for the smaller number.
    worst = Math.max(worst, Math.sqrt(difference / length));
  }
  return worst;
}
