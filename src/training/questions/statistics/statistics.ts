import { MapStatisticsCollector } from '../../../analysis/map-statistics';
import type { MapStatistics } from '../../../vocabulary/maps';
import type { HeadEvaluator } from '../../head/evaluator';
import type { HeadTensors } from '../../model/head';
import { eachMaps, type PieceControls } from '../pieces';

/**
 * What all maps of a head have in common.
 * @param head takes raw tokens
 * @returns null where nothing attends, or no image has tokens.
 */
export async function collectMapStatistics(
  evaluator: HeadEvaluator,
  head: HeadTensors,
  imageIds: readonly string[],
  controls: PieceControls,
): Promise<MapStatistics | null> {
  const found: MapStatisticsCollector[] = [];
  await eachMaps(evaluator, head, imageIds, controls, (imageId, maps, queries) => {
    if (found.length === 0) {
      found.push(new MapStatisticsCollector(queries, evaluator.shape.patches));
    }
    found[0]?.add(imageId, maps);
  });
  return found[0]?.finish() ?? null;
}
