import type { ImageFormat } from '../../vocabulary/images';
import type { Bytes } from './bytes';
import { gifState } from './gif-data';
import { jpegState } from './jpeg-scans';
import { pngState } from './png-data';
import type { PictureState } from './state';
import { webpState } from './webp';

/**
 * Whether all of the (first) picture is in the file, by following its data without making pixels: an
 * end alone says nothing, since recovery tools put one behind half a picture. `unclear` for formats
 * that are not followed. Takes up to a second for very large pictures.
 */
export function pictureState(format: ImageFormat, bytes: Bytes): PictureState {
  try {
    switch (format) {
      case 'JPEG':
        return jpegState(bytes);
      case 'PNG':
        return pngState(bytes);
      case 'GIF':
        return gifState(bytes);
      case 'WebP':
        return webpState(bytes);
      default:
        return 'unclear';
    }
  } catch (error) {
    if (error instanceof RangeError) return 'cut-off';
    throw error;
  }
}
