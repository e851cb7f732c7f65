/** Opaque pixels, red, green, blue and alpha, row by row: (height, width, 4). */
export interface Pixels {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/** How an encoder wants its images scaled. */
export type ResampleFilter = keyof typeof KERNELS;

/**
 * Scales to `width × height` with an antialiased filter: when shrinking, the filter grows with the
 * factor, so that every source pixel counts and nothing aliases. Own code, because what a browser
 * calls "high" quality differs from one to the next, and the encoder would see it.
 */
export function resample(
  source: Pixels,
  width: number,
  height: number,
  filter: ResampleFilter = 'bicubic',
): Pixels {
  const across = taps(source.width, width, filter);
  const down = taps(source.height, height, filter);
  const rows = convolve(source.data, source.height, source.width, 4, across);
  const flipped = convolve(rows, 1, source.height, width * 4, down);
  const data = Uint8ClampedArray.from(flipped);
  for (let alpha = 3; alpha < data.length; alpha += 4) data[alpha] = 255;
  return { data, width, height };
}

/** For every output position, the first input position and the weights from there on. */
interface Tap {
  start: number;
  weights: Float64Array;
}

/** What a source pixel counts at a distance, and where that ends, in pixels of the smaller image. */
const KERNELS = {
  bicubic: { support: 2, weight: cubic },
  bilinear: { support: 1, weight: (offset: number) => Math.max(0, 1 - Math.abs(offset)) },
} as const;

function taps(from: number, to: number, filter: ResampleFilter): Tap[] {
  const { support, weight } = KERNELS[filter];
  const scale = from / to;
  const stretch = Math.max(1, scale);
  const reach = support * stretch;
  return Array.from({ length: to }, (_, position) => {
    const centre = (position + 0.5) * scale;
    const start = Math.max(0, Math.round(centre - reach));
    const end = Math.min(from, Math.round(centre + reach));
    const weights = Float64Array.from({ length: end - start }, (_, index) =>
      weight((start + index + 0.5 - centre) / stretch),
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
