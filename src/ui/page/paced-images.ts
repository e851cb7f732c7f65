import type { ImageItem } from '../../state/slices/types';
import type { AppStore } from '../../state/store';

/** How often what images have come to is shown anew, in milliseconds. */
const PACE = 100;

/**
 * The images as the page shows them. Which there are, and where, is passed on at once; how far each has
 * come, which changes many times a second while hundreds are read, at most every `PACE`. Laying out and
 * painting hundreds of thumbnails would otherwise take longer than reading them.
 */
export class PacedImages {
  private shown: readonly ImageItem[];
  private shownAt = Number.NEGATIVE_INFINITY;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly listeners = new Set<() => void>();

  /** Follows the store for as long as that lives. */
  constructor(private readonly store: Pick<AppStore, 'getState' | 'subscribe'>) {
    this.shown = store.getState().images;
    store.subscribe(({ images }, before) => {
      if (images !== before.images) this.take(images);
    });
  }

  readonly read = (): readonly ImageItem[] => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  private take(images: readonly ImageItem[]): void {
    if (!sameInPlace(images, this.shown)) this.show();
    else this.timer ??= setTimeout(() => this.show(), this.shownAt + PACE - performance.now());
  }

  private show(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.shownAt = performance.now();
    this.shown = this.store.getState().images;
    for (const listener of this.listeners) listener();
  }
}

/** Whether both are the same images in the same order, in the same classes and by the same names. */
function sameInPlace(some: readonly ImageItem[], others: readonly ImageItem[]): boolean {
  return (
    some.length === others.length &&
    some.every((image, index) => {
      const other = others[index];
      return (
        image === other ||
        (image.id === other?.id && image.classId === other.classId && image.name === other.name)
      );
    })
  );
}
