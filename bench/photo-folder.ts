import { readdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import type { Preprocessing } from '../src/backbones/backbone';
import { resample } from '../src/images/resample';
import type { LabelledImage } from '../src/vocabulary/images';

const PHOTO = /\.(jpe?g|png|webp|avif|gif|tiff?)$/i;

/** Photos that lie in one folder per class. */
export interface PhotoFolder {
  /** The folders' names, sorted. */
  classes: string[];
  /** `id` is the path within the folder. */
  images: LabelledImage[];
}

/** @throws when there are fewer than two folders with photos. */
export function listPhotos(folder: string): PhotoFolder {
  const found = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => {
      const files = readdirSync(path.join(folder, name));
      return { name, files: files.filter((file) => PHOTO.test(file) && !file.startsWith('.')) };
    })
    .filter(({ files }) => files.length > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  if (found.length < 2) {
    throw new Error(`${folder} needs a folder of photos for each class, two at least.`);
  }
  return {
    classes: found.map(({ name }) => name),
    images: found.flatMap(({ name, files }, classIndex) =>
      files.sort().map((file) => ({ id: `${name}/${file}`, name: file, classIndex })),
    ),
  };
}

/**
 * What an encoder sees of a photo, as on the page: upright, over white, its middle square scaled to
 * `resize` pixels and cropped. The page halves very large photos first; here the filter does it all.
 * @returns RGBA, (crop, crop, 4).
 */
export async function readCrop(
  file: string,
  { resize, resample: filter, crop }: Preprocessing,
): Promise<Uint8ClampedArray> {
  const upright = await sharp(file)
    .autoOrient()
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = upright.info;
  const side = Math.min(width, height);
  const left = Math.floor((width - side) / 2);
  const top = Math.floor((height - side) / 2);
  const middle = square(upright.data, width, { left, top, side });
  const scaled = resample({ data: middle, width: side, height: side }, resize, resize, filter);
  const margin = Math.round((resize - crop) / 2);
  return square(scaled.data, resize, { left: margin, top: margin, side: crop });
}

/** A square of an RGBA picture that is `width` pixels wide. */
function square(
  rgba: Uint8Array | Uint8ClampedArray,
  width: number,
  { left, top, side }: { left: number; top: number; side: number },
): Uint8ClampedArray {
  const result = new Uint8ClampedArray(4 * side * side);
  for (let row = 0; row < side; row++) {
    const from = 4 * ((top + row) * width + left);
    result.set(rgba.subarray(from, from + 4 * side), 4 * row * side);
  }
  return result;
}
