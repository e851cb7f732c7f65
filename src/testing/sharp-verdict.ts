import sharp from 'sharp';
import type { HostileFile } from './hostile-pictures';

/** What an independent reader says of a file. */
export interface Verdict {
  /**
   * All of a picture is there: it reads it without a complaint (that a JPEG ends too early is only a
   * warning to it). Null for what it does not read.
   */
  whole: boolean | null;
  /** Its pixels, though it may complain, are those of what the file was made from. */
  same: boolean;
  /** As stored; null where it can't tell. */
  size: { width: number; height: number } | null;
}

/** libvips reads no bitmaps and icons, and draws SVG by other rules. */
const NOT_READ = ['BMP', 'icon', 'SVG'];

export async function sharpVerdict({ bytes, from }: HostileFile): Promise<Verdict> {
  if (!from || bytes.length === 0 || NOT_READ.includes(from.format)) {
    return { whole: null, same: false, size: null };
  }
  const original = await pixels(from.bytes, 'none');
  const [strict, lax] = [await pixels(bytes, 'warning'), await pixels(bytes, 'none')];
  const metadata = await sharp(bytes)
    .metadata()
    .catch(() => null);
  return {
    whole: strict !== null,
    same: original !== null && lax !== null && original.equals(lax),
    size: metadata && { width: metadata.width, height: metadata.height },
  };
}

/** Of the first frame. */
function pixels(bytes: Buffer, failOn: 'none' | 'warning'): Promise<Buffer | null> {
  return sharp(bytes, { failOn, limitInputPixels: 2 ** 27 })
    .raw()
    .toBuffer()
    .catch(() => null);
}
