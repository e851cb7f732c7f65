import { MapStatisticsCollector } from '../../../analysis/map-statistics';
import type { MapStatistics } from '../../../vocabulary/maps';
import type { HeadEvaluator } from '../../head/evaluator';
import type { HeadTensors } from '../../model/head';
import { PIECE } from '../piece';

/** What the owner of a long question wants to hear, and may interrupt. */
export interface StatisticsControls {
  /** @param done images that have been gone through */
  onProgress(done: number): void;
  /** Called after every piece: may throw to give up, and lets messages be heard. */
  pause(): Promise<void>;
}

/**
 * Goes through the maps of images, a few at a time; those that lose their tokens meanwhile are left
 * out.
 * @param head takes raw tokens
 * @param take gets the maps of every image, (M, N)
 */
async function eachImage(
  view: HeadEvaluator,
  head: HeadTensors,
  imageIds: readonly string[],
  controls: StatisticsControls,
  take: (imageId: string, maps: Float32Array, queries: number) => void,
): Promise<void> {
  const { patches } = view.shape;
  for (let start = 0; start < imageIds.length; start += PIECE) {
    const piece = imageIds.slice(start, start + PIECE).filter((imageId) => view.has(imageId));
    const { attention } = await view.evaluate(head, piece, PIECE);
    const each = (attention?.length ?? 0) / piece.length;
    piece.forEach((imageId, row) => {
      if (attention)
        take(imageId, attention.subarray(row * each, (row + 1) * each), each / patches);
    });
    controls.onProgress(Math.min(start + PIECE, imageIds.length));
    await controls.pause();
    if (piece.length > 0 && !attention) return;
  }
}

/** What all maps of a head have in common; null where nothing attends, or no image has tokens. */
export async function collectMapStatistics(
  view: HeadEvaluator,
  head: HeadTensors,
  imageIds: readonly string[],
  controls: StatisticsControls,
): Promise<MapStatistics | null> {
  const found: MapStatisticsCollector[] = [];
  await eachImage(view, head, imageIds, controls, (imageId, maps, queries) => {
    if (found.length === 0) found.push(new MapStatisticsCollector(queries, view.shape.patches));
    found[0]?.add(imageId, maps);
  });
  return found[0]?.finish() ?? null;
}

/**
 * The maps of one query on several images, (imageIds, N), those without tokens left out.
 * @returns null where nothing attends, no image has tokens, or the head has no such query.
 */
export async function mapsOfQuery(
  view: HeadEvaluator,
  head: HeadTensors,
  query: number,
  imageIds: readonly string[],
  pause: () => Promise<void>,
): Promise<{ imageIds: string[]; weights: Float32Array } | null> {
  const { patches } = view.shape;
  const weights = new Float32Array(imageIds.length * patches);
  const found: string[] = [];
  const controls = { onProgress: () => {}, pause };
  await eachImage(view, head, imageIds, controls, (imageId, maps, queries) => {
    if (query < 0 || query >= queries) return;
    weights.set(maps.subarray(query * patches, (query + 1) * patches), found.length * patches);
    found.push(imageId);
  });
  if (found.length === 0) return null;
  return { imageIds: found, weights: weights.slice(0, found.length * patches) };
}
