import { AppError } from '../../vocabulary/failures';
import { paintPicture } from '../maps/picture';
import { paintMap } from './draw-figure';
import type { Box, Figure, Mark } from './figure';
import type { SvgArt } from './figure-svg';
import { greyPhotos } from './grey-photos';
import type { Art } from './saved-figure';

/** Smooth maps are embedded as finely as paper shows them. */
const MAP_SCALE = 2;
/** Photos are embedded as JPEG: as PNG a contact sheet would be five times as large. */
const PHOTO = { type: 'image/jpeg', quality: 0.92 };

/**
 * The same figure with everything that fills a box in a form that SVG holds.
 * @param between awaited after every photo, map or chart, with how many are done
 */
export async function figureForSvg(
  figure: Figure<Art>,
  between: (done: number) => Promise<void>,
): Promise<Figure<SvgArt>> {
  const photo = photosAsData();
  const marks: Mark<SvgArt>[] = [];
  let done = 0;
  for (const mark of figure.marks) {
    if (mark.kind === 'art') {
      marks.push({ ...mark, art: await svgArt(mark.art, mark, photo) });
      done += 1;
      await between(done);
    } else {
      marks.push(mark);
    }
  }
  return { ...figure, marks };
}

async function svgArt(
  art: Art,
  { width }: Box,
  photo: ReturnType<typeof photosAsData>,
): Promise<SvgArt> {
  switch (art.kind) {
    case 'photo':
      return { kind: 'image', href: await photo(art.bitmap, art.grey) };
    case 'map': {
      const { grid, drawing } = art.request;
      if (!drawing.smooth) return cells(art.request);
      const canvas = paintMap(art, Math.ceil((width * MAP_SCALE) / grid.width));
      return { kind: 'image', href: await dataUrl(await canvas.convertToBlob()) };
    }
    case 'drawing':
      return art;
  }
}

function cells(request: Extract<Art, { kind: 'map' }>['request']): SvgArt {
  const { width, height, pixels } = paintPicture({ ...request, scale: 1 });
  return {
    kind: 'cells',
    columns: width,
    rows: height,
    cells: Array.from({ length: width * height }, (_, patch) => {
      const [red, green, blue, alpha = 0] = pixels.subarray(4 * patch, 4 * patch + 4);
      return { fill: `rgb(${red}, ${green}, ${blue})`, opacity: alpha / 255 };
    }),
  };
}

function photosAsData(): (photo: ImageBitmap, grey: boolean) => Promise<string> {
  const inGrey = greyPhotos();
  const known = { grey: new Map<ImageBitmap, string>(), colour: new Map<ImageBitmap, string>() };
  return async (photo, grey) => {
    const before = known[grey ? 'grey' : 'colour'].get(photo);
    if (before !== undefined) return before;
    const canvas = new OffscreenCanvas(photo.width, photo.height);
    const context = canvas.getContext('2d');
    if (!context) throw new AppError({ code: 'no-canvas', use: 'figure' });
    // JPEG has no transparency: without a ground it would turn black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(grey ? inGrey(photo) : photo, 0, 0);
    const href = await dataUrl(await canvas.convertToBlob(PHOTO));
    known[grey ? 'grey' : 'colour'].set(photo, href);
    return href;
  };
}

/** A file as a data URL. */
export async function dataUrl(blob: Blob): Promise<string> {
  return `data:${blob.type};base64,${base64(await blob.arrayBuffer())}`;
}

/** Bytes in base 64. */
export function base64(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  let binary = '';
  // In pieces: the arguments of one call are limited.
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(binary);
}
