import type { Grid, TopPatch } from '../vocabulary/maps';

/** Patches listed per query. */
const MOST = 24;

/**
 * The heaviest patches of every query over any number of images. At most two are of one image, and
 * those two do not touch: neighbours would show the same thing twice.
 */
export class TopPatchCollector {
  private readonly lists: TopPatch[][];

  constructor(
    queries: number,
    private readonly grid: Grid,
  ) {
    this.lists = Array.from({ length: queries }, () => []);
  }

  /** Takes in the maps (M, N) of one more image. */
  add(imageId: string, maps: Float32Array): void {
    const patches = this.grid.height * this.grid.width;
    this.lists.forEach((list, query) => {
      const map = maps.subarray(query * patches, (query + 1) * patches);
      const first = heaviest(map, () => true);
      if (!enter(list, { imageId, patch: first, weight: map[first] ?? 0 })) return;
      const second = heaviest(map, (patch) => !touch(first, patch, this.grid.width));
      if (second >= 0) enter(list, { imageId, patch: second, weight: map[second] ?? 0 });
    });
  }

  /** Per query, the heaviest first; of equal ones, those added first. */
  read(): TopPatch[][] {
    return this.lists.map((list) => [...list]);
  }
}

/** Puts a patch where it belongs in a descending list; false where it is too light. */
function enter(list: TopPatch[], patch: TopPatch): boolean {
  const after = list.findIndex(({ weight }) => weight < patch.weight);
  const place = after < 0 ? list.length : after;
  if (place >= MOST) return false;
  list.splice(place, 0, patch);
  if (list.length > MOST) list.pop();
  return true;
}

function heaviest(map: Float32Array, allowed: (patch: number) => boolean): number {
  let best = -1;
  for (let patch = 0; patch < map.length; patch++) {
    if ((best < 0 || (map[patch] ?? 0) > (map[best] ?? 0)) && allowed(patch)) best = patch;
  }
  return best;
}

/** Whether two patches share a side or a corner, or are the same. */
function touch(a: number, b: number, columns: number): boolean {
  const rows = Math.abs(Math.floor(a / columns) - Math.floor(b / columns));
  return rows <= 1 && Math.abs((a % columns) - (b % columns)) <= 1;
}
