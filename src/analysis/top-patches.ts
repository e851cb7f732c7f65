import { argmax } from '../numbers/vectors';
import type { TopPatch } from '../vocabulary/maps';

/** Patches listed per query. */
const MOST = 24;

/** The heaviest patch of every image, per query; the heaviest of those over any number of images. */
export class TopPatchCollector {
  private readonly lists: TopPatch[][];

  constructor(queries: number) {
    this.lists = Array.from({ length: queries }, () => []);
  }

  /** Takes in the maps (M, N) of one more image. */
  add(imageId: string, maps: Float32Array): void {
    const patches = maps.length / this.lists.length;
    this.lists.forEach((list, query) => {
      const map = maps.subarray(query * patches, (query + 1) * patches);
      const patch = argmax(map);
      enter(list, { imageId, patch, weight: map[patch] ?? 0 });
    });
  }

  /** Per query, the heaviest first; of equal ones, those added first. */
  read(): TopPatch[][] {
    return this.lists.map((list) => [...list]);
  }
}

/** Puts a patch where it belongs in a descending list, unless it is too light. */
function enter(list: TopPatch[], patch: TopPatch): void {
  const after = list.findIndex(({ weight }) => weight < patch.weight);
  const place = after < 0 ? list.length : after;
  if (place >= MOST) return;
  list.splice(place, 0, patch);
  if (list.length > MOST) list.pop();
}
