import { greyForMaps } from '../../figures/maps/paint';
import { ProgrammingError } from '../../vocabulary/programming-error';

/** One image, decoded once: as it is, and in the grey that maps are laid over. */
export interface Photo {
  url: string;
  colour: ImageBitmap;
  grey: OffscreenCanvas;
}

const MOST = 32;

/** The decoded pictures that were used last, by URL. */
export class PhotoCache {
  private readonly photos = new Map<string, Promise<Photo>>();

  constructor(private readonly decode: (url: string) => Promise<Photo> = decodePhoto) {}

  /** @throws when the picture can't be read; the next call tries again. */
  load(url: string): Promise<Photo> {
    const known = this.photos.get(url);
    const photo = known ?? this.begin(url);
    // Re-inserted, so that the map's order is that of last use.
    this.photos.delete(url);
    this.photos.set(url, photo);
    for (const oldest of this.photos.keys()) {
      if (this.photos.size <= MOST) break;
      this.photos.delete(oldest);
    }
    return photo;
  }

  private begin(url: string): Promise<Photo> {
    const photo = this.decode(url);
    photo.catch(() => {
      // It may have been evicted, and begun anew, before it failed.
      if (this.photos.get(url) === photo) this.photos.delete(url);
    });
    return photo;
  }
}

async function decodePhoto(url: string): Promise<Photo> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const colour = await createImageBitmap(image);
  const grey = new OffscreenCanvas(colour.width, colour.height);
  const context = grey.getContext('2d', { willReadFrequently: true });
  if (!context) throw new ProgrammingError('the browser offers no 2d context');
  context.drawImage(colour, 0, 0);
  const pixels = context.getImageData(0, 0, grey.width, grey.height);
  greyForMaps(pixels.data);
  context.putImageData(pixels, 0, 0);
  return { url, colour, grey };
}
