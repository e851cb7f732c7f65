import { MapStatisticsCollector } from '../../../analysis/map-statistics';
import type { MapStatistics } from '../../../vocabulary/maps';
import type { HeadEvaluator } from '../../head/evaluator';
import type { HeadTensors } from '../../model/head';
import { ChannelMoments } from '../../model/standardise';
import { eachMaps, PIECE, type PieceControls } from '../pieces';

/**
 * What all maps of a head have in common, and how consistent its queries are by the backbone's own
 * tokens.
 * @param head takes raw tokens
 * @returns null where nothing attends, or no image has tokens.
 */
export async function collectMapStatistics(
  evaluator: HeadEvaluator,
  head: HeadTensors,
  imageIds: readonly string[],
  controls: PieceControls,
): Promise<MapStatistics | null> {
  const { probe, options, patches } = evaluator.shape;
  const queries = probe.mapCount(options);
  if (queries === 0) return null;
  const deviation = await deviationOf(evaluator, imageIds, controls);
  if (!deviation) return null;
  const collector = new MapStatisticsCollector(queries, patches, deviation);
  let images = 0;
  await eachMaps(evaluator, head, imageIds, controls, async (imageId, maps) => {
    // Others' questions may have waited for the image before, and this one been deleted since.
    if (!evaluator.has(imageId)) return;
    collector.add(imageId, maps, evaluator.patchTokens(imageId));
    images++;
    await controls.pause();
  });
  return images === 0 ? null : collector.finish();
}

/** Of each channel over the patches of all images that have tokens, (D); null for none. */
async function deviationOf(
  evaluator: HeadEvaluator,
  imageIds: readonly string[],
  controls: PieceControls,
): Promise<Float64Array | null> {
  const moments = new ChannelMoments(evaluator.shape.width);
  let images = 0;
  for (let start = 0; start < imageIds.length; start += PIECE) {
    for (const imageId of imageIds.slice(start, start + PIECE)) {
      if (!evaluator.has(imageId)) continue;
      moments.add(evaluator.patchTokens(imageId));
      images++;
    }
    await controls.pause();
  }
  return images === 0 ? null : moments.read().deviation;
}
