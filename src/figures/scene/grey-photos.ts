import { AppError } from '../../vocabulary/failures';
import { greyForMaps } from '../maps/paint';

/** Photos in the grey that maps are laid over, each turned grey once. */
export function greyPhotos(): (photo: ImageBitmap) => OffscreenCanvas {
  const known = new Map<ImageBitmap, OffscreenCanvas>();
  return (photo) => {
    const before = known.get(photo);
    if (before) return before;
    const canvas = new OffscreenCanvas(photo.width, photo.height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new AppError({ code: 'no-canvas', use: 'figure' });
    context.drawImage(photo, 0, 0);
    const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
    greyForMaps(pixels.data);
    context.putImageData(pixels, 0, 0);
    known.set(photo, canvas);
    return canvas;
  };
}
