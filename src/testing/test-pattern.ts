/**
 * Pixels made by a formula, (1, 3, size, size), for comparing runtimes without an image file: waves
 * of several lengths and a disc with a hard edge, within −2.5…2.5 as normalised pixels are. Only
 * additions, products and remainders, so that every machine makes the same numbers.
 */
export function testPattern(size: number): Float32Array<ArrayBuffer> {
  const pixels = new Float32Array(3 * size * size);
  let at = 0;
  for (let channel = 0; channel < 3; channel++) {
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        const slanted = triangle(x + 2 * y, 40 + 24 * channel);
        const curved = triangle(x * y + 100 * channel, 31 * size) / 2;
        const disc = (x - size / 2) ** 2 + (y - size / 3) ** 2 < (size / 5) ** 2;
        pixels[at++] = slanted + curved + (disc ? 1 : 0) * (1 - channel);
      }
    }
  }
  return pixels;
}

/** Between −1 and 1, rising and falling once in every `period`. */
function triangle(at: number, period: number): number {
  return Math.abs(((at % period) * 4) / period - 2) - 1;
}
