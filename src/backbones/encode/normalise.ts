import type { Preprocessing } from '../backbone';

/**
 * Pixels as an encoder wants them: (value / 255 − mean) / std, one plane per channel.
 * @param rgba row-major, 4 bytes a pixel; alpha is ignored, since crops are opaque.
 * @returns (3, pixels), red first.
 */
export function normalise(
  rgba: Uint8ClampedArray,
  { mean, std }: Pick<Preprocessing, 'mean' | 'std'>,
): Float32Array<ArrayBuffer> {
  const pixels = rgba.length / 4;
  const planes = new Float32Array(3 * pixels);
  for (const channel of [0, 1, 2] as const) {
    const scale = 1 / (255 * std[channel]);
    const shift = -mean[channel] / std[channel];
    const plane = planes.subarray(channel * pixels, (channel + 1) * pixels);
    for (let pixel = 0; pixel < pixels; pixel++) {
      plane[pixel] = (rgba[4 * pixel + channel] ?? 0) * scale + shift;
    }
  }
  return planes;
}
