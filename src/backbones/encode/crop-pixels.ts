import { AppError } from '../../vocabulary/failures';
import { ProgrammingError } from '../../vocabulary/programming-error';

/**
 * The pixels of a crop, exactly as they are stored.
 * @returns RGBA, row-major, (side, side, 4).
 * @throws when the blob is no image of `side` × `side` pixels.
 */
export async function cropPixels(crop: Blob, side: number): Promise<Uint8ClampedArray> {
  const bitmap = await createImageBitmap(crop, {
    colorSpaceConversion: 'none',
    premultiplyAlpha: 'none',
  });
  try {
    if (bitmap.width !== side || bitmap.height !== side) {
      throw new ProgrammingError(
        `The backbone takes crops of ${side} × ${side} pixels, this one has ${bitmap.width} × ${bitmap.height}.`,
      );
    }
    const context = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true });
    if (!context) throw new AppError({ code: 'no-canvas', use: 'crop-pixels' });
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, side, side).data;
  } finally {
    bitmap.close();
  }
}
