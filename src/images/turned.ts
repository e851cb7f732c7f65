import { AppError } from '../vocabulary/failures';
import type { Orientation } from './formats/exif';

/** The part of `setTransform` that turns; what it shifts by follows from the size. */
type Turn = readonly [a: number, b: number, c: number, d: number];

/** What stored columns and rows become, by orientation (Exif 2.32 §4.6.4A). */
const TURNS: Readonly<Record<Orientation, Turn>> = {
  2: [-1, 0, 0, 1],
  3: [-1, 0, 0, -1],
  4: [1, 0, 0, -1],
  5: [0, 1, 1, 0],
  6: [0, 1, -1, 0],
  7: [0, -1, -1, 0],
  8: [0, -1, 1, 0],
};

/**
 * A stored picture made upright. Closes `stored`, also when it throws.
 * @throws `image-no-canvas` when the browser has no memory left for it.
 */
export function turned(stored: ImageBitmap, orientation: Orientation): ImageBitmap {
  const [a, b, c, d] = TURNS[orientation];
  const lies = a === 0;
  const width = lies ? stored.height : stored.width;
  const height = lies ? stored.width : stored.height;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) {
    stored.close();
    throw new AppError({ code: 'image-no-canvas' });
  }
  // What runs backwards begins at the far side.
  context.setTransform(a, b, c, d, a + c < 0 ? width : 0, b + d < 0 ? height : 0);
  context.drawImage(stored, 0, 0);
  stored.close();
  return canvas.transferToImageBitmap();
}
