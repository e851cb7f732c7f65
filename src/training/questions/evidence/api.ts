import type { Call } from '../../../bridge/messages';
import type { EvidenceAnswer } from '../../../vocabulary/evidence';
import type { HeadRef } from '../../../vocabulary/heads';
import type { LabelledImage } from '../../../vocabulary/images';
import type { ImageCount } from '../pieces';

/** Logits split over queries and tokens. Both give null when the head is gone. */
export type EvidenceCalls = {
  /** One logit of one image, or the difference of two; null too without tokens. */
  evidence: Call<
    { head: HeadRef; imageId: string; classIndex: number; against: number | null },
    EvidenceAnswer | null
  >;
  /**
   * What each query adds to the logit of each image's own class, [CLS] included: (images, M); with the
   * constant a row adds up to the logit. Null too where not linear.
   */
  queryEvidence: Call<
    { head: HeadRef; images: LabelledImage[] },
    { imageIds: string[]; weights: Float32Array } | null,
    ImageCount
  >;
};
