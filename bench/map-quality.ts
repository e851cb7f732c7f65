import { meanPairwiseCosine } from '../src/analysis/complementarity';
import { SameThing } from '../src/analysis/same-thing';
import { smoothness } from '../src/analysis/smoothness';
import type { TokenStore } from '../src/training/data/token-store';
import type { FinishedRun } from '../src/training/head/finished-run';
import { measureStandardisation } from '../src/training/model/standardise';
import type { Grid } from '../src/vocabulary/maps';

/** What a head's maps of some images are like, each averaged over queries and images. */
export interface MapQuality {
  /** Between the maps of one image. */
  cosine: number;
  /** `analysis/same-thing.ts`, with the tokens of the backbone itself. */
  sameThing: number;
  /** Moran's I. */
  smoothness: number;
}

/** Channels count by what they vary over all images. */
export function channelDeviations(store: TokenStore): Float64Array {
  const patches = store.ids().map((id) => store.patches(id));
  return measureStandardisation(patches, store.sizes().width).deviation;
}

/** @returns null where nothing attends. */
export async function mapQuality(
  { head, evaluator, plan }: FinishedRun,
  store: TokenStore,
  grid: Grid,
  deviation: Float64Array,
): Promise<MapQuality | null> {
  const images = plan.split.heldOut;
  const ids = images.map(({ id }) => id);
  const { attention } = await evaluator.evaluate(head.tensors, ids, ids.length);
  if (!attention) return null;
  const patches = grid.height * grid.width;
  const ofImage = attention.length / ids.length;
  const queries = ofImage / patches;
  const sameThing = new SameThing(queries, deviation);
  let [cosine, smooth] = [0, 0];
  for (const [row, id] of ids.entries()) {
    const maps = attention.subarray(row * ofImage, (row + 1) * ofImage);
    sameThing.add(maps, store.patches(id));
    cosine += (meanPairwiseCosine(maps, queries) ?? Number.NaN) / ids.length;
    for (let query = 0; query < queries; query++) {
      const map = maps.subarray(query * patches, (query + 1) * patches);
      smooth += smoothness(map, grid) / (queries * ids.length);
    }
  }
  const scores = sameThing.finish();
  return { cosine, sameThing: scores ? meanOf([...scores]) : Number.NaN, smoothness: smooth };
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
