import type { ImageItem } from './slices/types';
import type { AppStore } from './store';

/** Changes one image, if it is still there. */
export function patchImage(store: AppStore, imageId: string, patch: Partial<ImageItem>): void {
  store.setState(({ images }) => ({
    images: images.map((image) => (image.id === imageId ? { ...image, ...patch } : image)),
  }));
}

export function hasImage(store: AppStore, imageId: string): boolean {
  return store.getState().images.some(({ id }) => id === imageId);
}
