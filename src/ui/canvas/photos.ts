import { useEffect, useState } from 'react';
import { greyForMaps } from '../../figures/maps/paint';
import { AppError } from '../../vocabulary/failures';

/** One image, decoded once: as it is, and in the grey that maps are laid over. */
export interface Photo {
  url: string;
  colour: ImageBitmap;
  grey: OffscreenCanvas;
}

const MOST = 32;
const cache = new Map<string, Promise<Photo>>();

/** The decoded picture behind a URL; null until it is there, or when it can't be read. */
export function usePhoto(url: string | null): Photo | null {
  const [photo, setPhoto] = useState<Photo | null>(null);
  useEffect(() => {
    if (url === null) return;
    let wanted = true;
    loadPhoto(url).then(
      (loaded) => {
        if (wanted) setPhoto(loaded);
      },
      () => cache.delete(url),
    );
    return () => {
      wanted = false;
    };
  }, [url]);
  return photo?.url === url ? photo : null;
}

/** @throws `picture-without-canvas`, or the browser's own error where the picture can't be read. */
export function loadPhoto(url: string): Promise<Photo> {
  const known = cache.get(url);
  // Re-inserted, so that the map's order is that of last use.
  cache.delete(url);
  const photo = known ?? decode(url);
  cache.set(url, photo);
  for (const oldest of cache.keys()) {
    if (cache.size <= MOST) break;
    cache.delete(oldest);
  }
  return photo;
}

async function decode(url: string): Promise<Photo> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const colour = await createImageBitmap(image);
  const grey = new OffscreenCanvas(colour.width, colour.height);
  const context = grey.getContext('2d', { willReadFrequently: true });
  if (!context) throw new AppError({ code: 'picture-without-canvas' });
  context.drawImage(colour, 0, 0);
  const pixels = context.getImageData(0, 0, grey.width, grey.height);
  greyForMaps(pixels.data);
  context.putImageData(pixels, 0, 0);
  return { url, colour, grey };
}
