import { memoiseByKey } from './memoise';

/** The largest finite half; larger numbers and infinities are clamped to it. */
export const LARGEST_HALF = 65504;

/** Bits, as 32-bit floats: where halves stop being normal, and where they would round to infinity. */
const SMALLEST_NORMAL = 0x38800000;
const TOO_LARGE = 0x477ff000;
const INFINITE = 0x7f800000;
/** Between the exponents' offsets of the two formats, at the place of a half's exponent. */
const OFFSET = (127 - 15) << 10;

/**
 * Rounds to 16-bit floats, ties to even: eleven bits are left, so a number changes by 1/2048 of
 * itself at most (below 6e-5 by 3e-8 at most). NaN stays NaN.
 * @returns the bits, one number for each.
 */
export function toHalves(values: Float32Array): Uint16Array<ArrayBuffer> {
  const halves = new Uint16Array(values.length);
  const float = new Float32Array(1);
  const word = new Uint32Array(float.buffer);
  for (let index = 0; index < values.length; index++) {
    float[0] = values[index] ?? 0;
    const bits = word[0] ?? 0;
    const sign = (bits >>> 16) & 0x8000;
    const size = bits & 0x7fffffff;
    let half: number;
    if (size > INFINITE) {
      half = 0x7e00;
    } else if (size >= TOO_LARGE) {
      half = 0x7bff;
    } else if (size < SMALLEST_NORMAL) {
      // Just above 0.5 the last bit of a 32-bit float has the value of a subnormal half's last bit, so
      // the addition does the rounding.
      word[0] = size;
      float[0] = (float[0] ?? 0) + 0.5;
      half = (word[0] ?? 0) & 0x7ff;
    } else {
      half = ((size + 0xfff + ((size >>> 13) & 1)) >>> 13) - OFFSET;
    }
    halves[index] = sign | half;
  }
  return halves;
}

/** The 32-bit floats that 16 bits each stand for, exactly. */
export function fromHalves(halves: Uint16Array): Float32Array<ArrayBuffer> {
  const table = allHalves(undefined);
  const values = new Float32Array(halves.length);
  for (let index = 0; index < halves.length; index++) {
    values[index] = table[halves[index] ?? 0] ?? 0;
  }
  return values;
}

/** All 65,536 halves by their bits: looking one up is faster than computing it. */
const allHalves = memoiseByKey(() =>
  Float32Array.from({ length: 2 ** 16 }, (_, half) => {
    const sign = half & 0x8000 ? -1 : 1;
    const exponent = (half >>> 10) & 0x1f;
    const fraction = (half & 0x3ff) / 1024;
    if (exponent === 0) return sign * fraction * 2 ** -14;
    if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
    return sign * (1 + fraction) * 2 ** (exponent - 15);
  }),
);
