import { AppError } from '../vocabulary/failures';
import { type Pixels, type ResampleFilter, resample } from './resample';

/**
 * Scales a picture's short side to `resize`, cuts the `crop × crop` square from its middle and
 * encodes it as PNG, losslessly. What is transparent becomes white.
 */
export async function cropCentre(
  picture: ImageBitmap,
  resize: number,
  crop: number,
  filter: ResampleFilter,
): Promise<Blob> {
  const square = resample(centreSquare(picture, 2 * resize), resize, resize, filter);
  const offset = -Math.round((resize - crop) / 2);
  const canvas = new OffscreenCanvas(crop, crop);
  const image = new ImageData(new Uint8ClampedArray(square.data), square.width, square.height);
  contextOf(canvas).putImageData(image, offset, offset);
  return canvas.convertToBlob({ type: 'image/png' });
}

/**
 * The middle square of a picture over white. A large one is halved until its side is below
 * `2 × enough` pixels: the browser halves exactly, by averaging two by two, and quickly.
 */
function centreSquare(picture: ImageBitmap, enough: number): Pixels {
  const short = Math.min(picture.width, picture.height);
  const left = Math.floor((picture.width - short) / 2);
  const top = Math.floor((picture.height - short) / 2);
  let side = short < 2 * enough ? short : Math.floor(short / 2);
  let context = whiteSquare(side);
  context.drawImage(picture, left, top, short, short, 0, 0, side, side);
  while (side >= 2 * enough) {
    const half = Math.floor(side / 2);
    const smaller = whiteSquare(half);
    smaller.drawImage(context.canvas, 0, 0, side, side, 0, 0, half, half);
    // A canvas without pixels gives its memory back at once.
    context.canvas.width = 0;
    context = smaller;
    side = half;
  }
  const { data, width, height } = context.getImageData(0, 0, side, side);
  context.canvas.width = 0;
  return { data, width, height };
}

function whiteSquare(side: number): OffscreenCanvasRenderingContext2D {
  // Read back and drawn in software: graphics hardware has size limits and filters of its own.
  const context = contextOf(new OffscreenCanvas(side, side), { willReadFrequently: true });
  context.fillStyle = 'white';
  context.fillRect(0, 0, side, side);
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'low';
  return context;
}

/** @throws `image-no-canvas` when the browser has no memory left for it. */
function contextOf(
  canvas: OffscreenCanvas,
  settings: { willReadFrequently?: boolean } = {},
): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', settings);
  if (!context) throw new AppError({ code: 'image-no-canvas' });
  return context;
}
