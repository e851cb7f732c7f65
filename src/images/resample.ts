/** Opaque pixels, red, green, blue and alpha, row by row: (height, width, 4). */
export interface Pixels {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/**
 * Scales to `width × height` with an antialiased bicubic filter: when shrinking, the filter grows
 * with the factor, so that every source pixel counts and nothing aliases. Own code, because what a
 * browser calls "high" quality differs from one to the next, and the encoder would see it.
 */
export function resample(source: Pixels, width: number, height: number): Pixels {
  const rows = convolve(source.data, source.height, source.width, 4, taps(source.width, width));
  const flipped = convolve(rows, 1, source.height, width * 4, taps(source.height, height));
  const data = Uint8ClampedArray.from(flipped);
  for (let alpha = 3; alpha < data.length; alpha += 4) data[alpha] = 255;
  return { data, width, height };
}

/** For every output position, the first input position and the weights from there on. */
interface Tap {
  start: number;
  weights: Float64Array;
}

/** Where the cubic filter ends, in pixels of the smaller image. */
const SUPPORT = 2;

function taps(from: number, to: number): Tap[] {
  const scale = from / to;
  const stretch = Math.max(1, scale);
  const reach = SUPPORT * stretch;
  return Array.from({ length: to }, (_, position) => {
    const centre = (position + 0.5) * scale;
    const start = Math.max(0, Math.round(centre - reach));
    const end = Math.min(from, Math.round(centre + reach));
    const weights = Float64Array.from({ length: end - start }, (_, index) =>
      cubic((start + index + 0.5 - centre) / stretch),
    );
    const sum = weights.reduce((a, b) => a + b, 0);
    return { start, weights: weights.map((weight) => weight / sum) };
  });
}

/** Keys's cubic with a = −1/2: exact where nothing is scaled. */
function cubic(offset: number): number {
  const x = Math.abs(offset);
  if (x >= 2) return 0;
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
  return ((-0.5 * x + 2.5) * x - 4) * x + 2;
}

/** (outer, from, inner) → (outer, to, inner), weighing along the middle axis. */
function convolve(
  source: ArrayLike<number>,
  outer: number,
  from: number,
  inner: number,
  filter: readonly Tap[],
): Float32Array {
  const result = new Float32Array(outer * filter.length * inner);
  let target = 0;
  for (let block = 0; block < outer; block++) {
    for (const { start, weights } of filter) {
      for (let index = 0; index < weights.length; index++) {
        const weight = weights[index] ?? 0;
        const offset = (block * from + start + index) * inner;
        for (let i = 0; i < inner; i++) {
          result[target + i] = (result[target + i] ?? 0) + weight * (source[offset + i] ?? 0);
        }
      }
      target += inner;
    }
  }
  return result;
}
