import { AppError } from '../vocabulary/failures';

/** As large as the crops that are read later: some protections leave small canvases alone. */
const SIDE = 224;

/**
 * Whether pixels come back from this realm's canvases as they were put in. Browsers and extensions that
 * protect against fingerprinting change a few of them, or all. True where there is no canvas to ask:
 * that is said where one is needed.
 */
export async function givesPixelsBack(): Promise<boolean> {
  const pixels = pattern();
  try {
    const read = canvasOf(pixels, { willReadFrequently: true });
    if (!same(pixels, read.getImageData(0, 0, SIDE, SIDE).data)) return false;
    // As crops are written and read again.
    const blob = await canvasOf(pixels).canvas.convertToBlob({ type: 'image/png' });
    const bitmap = await createImageBitmap(blob, {
      colorSpaceConversion: 'none',
      premultiplyAlpha: 'none',
    });
    read.clearRect(0, 0, SIDE, SIDE);
    read.drawImage(bitmap, 0, 0);
    bitmap.close();
    return same(pixels, read.getImageData(0, 0, SIDE, SIDE).data);
  } catch {
    return true;
  }
}

/** Opaque noise: flat colours are what protections that mean well leave as they are. */
function pattern(): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * SIDE * SIDE);
  let state = 1;
  for (let at = 0; at < pixels.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    pixels[at] = at % 4 === 3 ? 255 : state >>> 24;
  }
  return pixels;
}

function canvasOf(pixels: Uint8ClampedArray<ArrayBuffer>, settings?: { willReadFrequently: true }) {
  const context = new OffscreenCanvas(SIDE, SIDE).getContext('2d', settings);
  if (!context) throw new AppError({ code: 'image-no-canvas' });
  context.putImageData(new ImageData(pixels, SIDE, SIDE), 0, 0);
  return context;
}

function same(expected: Uint8ClampedArray, found: Uint8ClampedArray): boolean {
  return found.length === expected.length && found.every((value, at) => value === expected[at]);
}
