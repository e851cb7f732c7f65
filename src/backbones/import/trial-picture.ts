import { AppError } from '../../vocabulary/failures';
import { normalise } from '../encode/normalise';
import type { TrialRequest } from './api';

/**
 * What a trial runs: the middle of `picture`, scaled to fill a square, or a pattern.
 * @returns normalised planes, (3, side, side).
 */
export async function trialPixels(
  { picture, pixels }: Pick<TrialRequest, 'picture' | 'pixels'>,
  side: number,
): Promise<Float32Array<ArrayBuffer>> {
  return normalise(picture ? await middle(picture, side) : pattern(side), pixels);
}

async function middle(picture: Blob, side: number): Promise<Uint8ClampedArray> {
  const bitmap = await createImageBitmap(picture);
  try {
    const context = new OffscreenCanvas(side, side).getContext('2d');
    if (!context) throw new AppError({ code: 'no-canvas', use: 'trial-picture' });
    context.imageSmoothingQuality = 'high';
    const cut = Math.min(bitmap.width, bitmap.height);
    const [left, top] = [(bitmap.width - cut) / 2, (bitmap.height - cut) / 2];
    context.drawImage(bitmap, left, top, cut, cut, 0, 0, side, side);
    return context.getImageData(0, 0, side, side).data;
  } finally {
    bitmap.close();
  }
}

/** Soft gradients with a disc, RGBA: nothing that any encoder could find extreme. */
function pattern(side: number): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(4 * side * side).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const inDisc = Math.hypot(x / side - 0.5, y / side - 0.5) < 0.25;
      const at = 4 * (y * side + x);
      rgba[at] = (255 * x) / side;
      rgba[at + 1] = (255 * y) / side;
      rgba[at + 2] = inDisc ? 220 : 60;
    }
  }
  return rgba;
}
