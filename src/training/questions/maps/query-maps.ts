import type { HeadEvaluator } from '../../head/evaluator';
import type { HeadTensors } from '../../model/head';
import { eachMaps } from '../pieces';

/**
 * The maps of one query on several images, (imageIds, N), those without tokens left out.
 * @param head takes raw tokens
 * @returns null where nothing attends, no image has tokens, or the head has no such query.
 */
export async function mapsOfQuery(
  evaluator: HeadEvaluator,
  head: HeadTensors,
  query: number,
  imageIds: readonly string[],
  pause: () => Promise<void>,
): Promise<{ imageIds: string[]; weights: Float32Array } | null> {
  const { patches } = evaluator.shape;
  const weights = new Float32Array(imageIds.length * patches);
  const found: string[] = [];
  const controls = { onProgress: () => {}, pause };
  await eachMaps(evaluator, head, imageIds, controls, (imageId, maps, queries) => {
    if (query < 0 || query >= queries) return;
    weights.set(maps.subarray(query * patches, (query + 1) * patches), found.length * patches);
    found.push(imageId);
  });
  if (found.length === 0) return null;
  return { imageIds: found, weights: weights.slice(0, found.length * patches) };
}
