import type { ImageFormat } from '../../vocabulary/images';
import { readBmp } from './bmp';
import { Bytes } from './bytes';
import { type ImageFacts, UNKNOWN_FACTS } from './facts';
import { readGif } from './gif';
import { readHeif } from './heif';
import { readIcon } from './icon';
import { readJpeg } from './jpeg';
import { readPng } from './png';
import { readWebp } from './webp';

const READERS: { [F in ImageFormat]?: (bytes: Bytes) => ImageFacts } = {
  PNG: readPng,
  JPEG: readJpeg,
  WebP: readWebp,
  GIF: readGif,
  BMP: readBmp,
  AVIF: readHeif,
  HEIC: readHeif,
  icon: readIcon,
};

/** What a whole file of this format says about itself; formats without a reader say nothing. */
export function readFacts(format: ImageFormat, data: Uint8Array): ImageFacts {
  try {
    return READERS[format]?.(new Bytes(data)) ?? UNKNOWN_FACTS;
  } catch (error) {
    if (error instanceof RangeError) return { ...UNKNOWN_FACTS, cutOff: true };
    throw error;
  }
}
