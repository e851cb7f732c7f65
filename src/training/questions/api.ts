import type { Call } from '../../bridge/messages';
import type { EvidenceAnswer, Importance } from '../../vocabulary/evidence';
import type { HeadRef, Prediction } from '../../vocabulary/heads';
import type { LabelledImage } from '../../vocabulary/images';
import type { AttentionMaps, MapStatistics } from '../../vocabulary/maps';

/** What the trainer worker offers to those who look at heads. All give null when the head is gone. */
export type InspectCalls = {
  /** Maps and prediction of one image; null too without tokens. `maps` null where nothing attends. */
  inspect: Call<
    { head: HeadRef; imageId: string },
    { maps: AttentionMaps | null; prediction: Prediction } | null
  >;
  evidence: Call<
    { head: HeadRef; imageId: string; classIndex: number; against: number | null },
    EvidenceAnswer | null
  >;
  /** Over every image with tokens; null too where nothing attends. */
  mapStatistics: Call<{ head: HeadRef }, MapStatistics | null, { done: number; total: number }>;
  /** Maps of one query on several images: (imageIds, N). Images without tokens are left out. */
  queryMaps: Call<
    { head: HeadRef; query: number; imageIds: string[] },
    { imageIds: string[]; weights: Float32Array } | null
  >;
  /**
   * What each query says for each image's own class, [CLS] included: (images, M); with the constant a
   * row adds up to the logit. Null too where not linear.
   */
  queryEvidence: Call<
    { head: HeadRef; images: LabelledImage[] },
    { imageIds: string[]; weights: Float32Array } | null,
    { done: number; total: number }
  >;
  /**
   * On the head's held-out images, or on all of its images where none were held out. What a query
   * gives to [CLS] stays. Null too where the maps are not what the probe pools by (CBAM, DINO block).
   */
  importance: Call<{ head: HeadRef }, Importance | null, { done: number; total: number }>;
  /** Frees a head that nobody looks at any more. */
  forgetHead: Call<{ headId: string }, null>;
};
