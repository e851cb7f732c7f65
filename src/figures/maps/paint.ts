import type { JointField } from '../../analysis/joint';
import { EVIDENCE_AGAINST, EVIDENCE_FOR, type Rgb } from './palette';

/** Pixels of the joint figure, RGBA row by row: the winning query's colour at the given opacity. */
export function paintJoint(
  field: JointField,
  opacity: Float32Array,
  colours: readonly Rgb[],
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * opacity.length);
  for (let i = 0; i < opacity.length; i++) {
    const colour = colours[field.winner[i] ?? 0];
    if (colour) put(pixels, i, colour, opacity[i] ?? 0);
  }
  return pixels;
}

/** Pixels of one query's map, RGBA row by row: one colour at the given opacity. */
export function paintQuery(opacity: Float32Array, colour: Rgb): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * opacity.length);
  for (let i = 0; i < opacity.length; i++) put(pixels, i, colour, opacity[i] ?? 0);
  return pixels;
}

/** Pixels of signed evidence, RGBA row by row: what speaks for in one colour, against in the other. */
export function paintEvidence(
  values: Float32Array,
  opacity: Float32Array,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * opacity.length);
  for (let i = 0; i < opacity.length; i++) {
    put(pixels, i, (values[i] ?? 0) < 0 ? EVIDENCE_AGAINST : EVIDENCE_FOR, opacity[i] ?? 0);
  }
  return pixels;
}

function put(pixels: Uint8ClampedArray, index: number, [r, g, b]: Rgb, opacity: number): void {
  const at = 4 * index;
  pixels[at] = r;
  pixels[at + 1] = g;
  pixels[at + 2] = b;
  pixels[at + 3] = 255 * opacity;
}

/**
 * Turns RGBA pixels grey in place, at 0.55 · luminance + 0.10 (the authors' drawing): dark enough
 * for every query colour to stand out, light enough to be recognised.
 */
export function greyForMaps(pixels: Uint8ClampedArray): void {
  for (let at = 0; at < pixels.length; at += 4) {
    const luminance =
      0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0);
    const grey = 0.55 * luminance + 0.1 * 255;
    pixels[at] = grey;
    pixels[at + 1] = grey;
    pixels[at + 2] = grey;
  }
}
