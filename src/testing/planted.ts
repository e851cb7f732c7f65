import { seededRandom, shuffled } from '../numbers/random';
import { TokenStore } from '../training/data/token-store';
import type { LabelledImage } from '../vocabulary/images';

export const PATCHES = 16;
export const WIDTH = 24;
export const CLASSES = 3;

/**
 * For tests: images of noise in which one patch, at a random place, shows each class; a marker beside one of
 * them says which class it is. The mean over patches is the same for all classes, a query that looks
 * for the marker tells them apart. Channels differ in scale and offset.
 */
export function planted(perClass: number): { store: TokenStore; images: LabelledImage[] } {
  const random = seededRandom(11);
  const store = new TokenStore();
  const images: LabelledImage[] = [];
  const places = Array.from({ length: PATCHES }, (_, n) => n + 1);
  for (let i = 0; i < perClass * CLASSES; i++) {
    const classIndex = i % CLASSES;
    const placeOf = shuffled(places, random).slice(0, CLASSES);
    const data = Float32Array.from({ length: (PATCHES + 1) * WIDTH }, (_, k) => {
      const [token, channel] = [Math.floor(k / WIDTH), k % WIDTH];
      const kind = channel % (CLASSES + 1);
      const shown = kind < CLASSES && token === placeOf[kind];
      const marked = kind === CLASSES && token === placeOf[classIndex];
      const value = random() - 0.5 + (shown || marked ? 4 : 0);
      return value * 10 ** ((channel % 3) - 1) + channel;
    });
    const id = `image-${i}`;
    store.put(id, { data, prefixTokens: 1, patches: PATCHES, width: WIDTH });
    images.push({ id, name: id, classIndex });
  }
  return { store, images };
}
