import type { Call } from '../../../bridge/messages';
import type { HeadRef, Prediction } from '../../../vocabulary/heads';
import type { AttentionMaps } from '../../../vocabulary/maps';

/** Attention maps, image by image. Both give null when the head is gone. */
export type MapCalls = {
  /** Maps and prediction of one image; null too without tokens. `maps` null where nothing attends. */
  inspect: Call<
    { head: HeadRef; imageId: string },
    { maps: AttentionMaps | null; prediction: Prediction } | null
  >;
  /** Maps of one query on several images: (imageIds, N). Images without tokens are left out. */
  queryMaps: Call<
    { head: HeadRef; query: number; imageIds: string[] },
    { imageIds: string[]; weights: Float32Array } | null
  >;
};
