import type { ImageFacts } from './formats/facts';
import type { ImageFormat } from './formats/identify';

/** The sentences about a file. Whoever shows them puts the file's name before them. */

interface Size {
  width: number;
  height: number;
}

export const EMPTY = 'The file is empty: it holds zero bytes. Copy or download it again.';

export const CUT_OFF = 'The file is cut off: its end is missing. Copy or download it again.';

export const UNREADABLE =
  'The browser could not read the file. If it was moved or renamed, add it again.';

export const DRAWN = 'Drawn from SVG.';

export const BROKEN_SVG = 'The SVG drawing has a mistake in it and could not be drawn.';

/** Larger pictures are worth a note when they are scaled down, as every picture is. */
const MANY_PIXELS = 64e6;

/** Formats that every browser reads: what it can't decode is damaged. */
const COMMON: ImageFormat[] = ['PNG', 'JPEG', 'WebP', 'GIF', 'BMP'];

export function notAnImage(contents: string): string {
  return `This is not an image: its contents are ${contents}.`;
}

export function tooSmall(size: Size, least: number): string {
  return `${pixels(size)} is too small: an image needs at least ${least} × ${least}.`;
}

export function imageTooLarge(size: Size): string {
  return `${pixels(size)} is more than a browser can decode. Scale it down and add it again.`;
}

export function undecodable(format: ImageFormat, size: Size | null): string {
  if (!COMMON.includes(format)) {
    return `This browser cannot read ${format} images. Export it as JPEG or PNG and add that.`;
  }
  if (size && size.width * size.height > MANY_PIXELS) {
    return `The browser could not decode ${pixels(size)}. Scale it down and add it again.`;
  }
  return `The ${format} image is damaged: the browser could not decode it. Save or download it again.`;
}

export function failed(cause: string): string {
  return `The browser could not prepare the image (${cause}). Make it smaller and add it again.`;
}

/** What is worth knowing about a picture that was taken; `size` is upright. */
export function notes(facts: ImageFacts, size: Size): string[] {
  const found: string[] = [];
  if (size.width * size.height > MANY_PIXELS) found.push(`${pixels(size)}, scaled down.`);
  if (facts.cmyk) found.push('CMYK colours, converted to RGB.');
  if (facts.depth > 8) found.push(`${facts.depth} bits per colour, reduced to 8.`);
  if (facts.animated) found.push('Animated: the first frame is used.');
  return found;
}

function pixels({ width, height }: Size): string {
  const number = new Intl.NumberFormat('en-GB');
  const unit = width === 1 && height === 1 ? 'pixel' : 'pixels';
  return `${number.format(width)} × ${number.format(height)} ${unit}`;
}
