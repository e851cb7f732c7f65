import type { Call } from '../../bridge/messages';
import type { AttentionMaps, LabelledImage, Prediction } from '../api';

/** Which head, and which moment of its training. */
export interface HeadMoment {
  headId: string;
  /** One of the head's snapshots; null for the head that was kept. */
  epoch: number | null;
}

/** The heads that training left behind on its way, to be looked at afterwards. */
export interface Snapshots {
  /** In rising order; 0 is the head before its first step. */
  epochs: number[];
  /** Memory that they take. */
  bytes: number;
  /** The most that they may take; where a probe is large, fewer are kept. */
  limit: number;
}

/**
 * One logit (or the difference of two) of one image, split exactly:
 * logit = constant + Σ cls + Σ weights.
 */
export interface Evidence {
  imageId: string;
  classIndex: number;
  /** The class whose logit was taken away; null for none. */
  against: number | null;
  /** Rows of `weights`: M, or 1 where nothing attends. */
  queries: number;
  /** N, or 0 where the probe reads no patch. */
  patches: number;
  /**
   * Row-major (queries, N): what each patch says for the class through each query, relative to the
   * average descriptor of the training images (batch norm's running mean) wherever a query has a
   * share of that; formulas in `evidence-graph.ts`.
   */
  weights: Float32Array;
  /** What [CLS] says through each query, (queries); null where the probe doesn't read it. */
  cls: Float32Array | null;
  /** What no patch says: the bias, and for CoCa, CAE and CLIP what their last matrix mixes of the average. */
  constant: number;
  /** As the head itself computes it. */
  logit: number;
}

/** Why an account of the logits can't be given. */
export type EvidenceAnswer =
  | { kind: 'evidence'; evidence: Evidence }
  /** The probe is not linear after its attention: no exact split exists. */
  | { kind: 'not-linear' };

/** A place that a query attends to. */
export interface TopPatch {
  imageId: string;
  /** Row by row. */
  patch: number;
  weight: number;
}

/** How one image's maps divide the image; formulas in `inspect/complementarity.ts`. */
export interface ImageMetrics {
  /** Mean over all pairs of queries; null for fewer than two. */
  cosine: number | null;
  /** Mean Jensen-Shannon divergence over all pairs, in bits; null for fewer than two. */
  divergence: number | null;
  /** Share of patches that some query holds, 0…1. */
  coverage: number;
  /** Entropy of each map as a share of the largest possible, 0…1, (M). */
  entropy: Float32Array;
}

/** What all maps of a head over all images have in common. */
export interface Survey {
  queries: number;
  patches: number;
  imageIds: string[];
  /** In the order of `imageIds`. */
  images: ImageMetrics[];
  /** Averages over the images. */
  mean: Omit<ImageMetrics, 'entropy'> & { entropy: Float32Array };
  /** (M, M): cosine of the queries' maps, laid end to end over all images. */
  cosine: Float32Array;
  /** (M, M): Jensen-Shannon divergence in bits, averaged over all images. */
  divergence: Float32Array;
  /** Per query, the heaviest first; at most two of one image. */
  topPatches: TopPatch[][];
}

/** Accuracy with one query's map made uniform, against the head as it is. */
export interface Importance {
  /** How many images it rests on, and whether they were held out of training. */
  total: number;
  heldOut: boolean;
  /** Right answers of the head as it is: overall, and (C) per class with that class's size. */
  correct: number;
  perClass: { correct: number; total: number }[];
  /** In the order of the queries: right answers when that query's map is uniform. */
  without: { correct: number; perClass: number[] }[];
}

/** What the trainer worker offers to those who look at heads. All give null when the head is gone. */
export type InspectCalls = {
  /** Maps and prediction of one image; null too without tokens. `maps` null where nothing attends. */
  inspect: Call<
    { head: HeadMoment; imageId: string },
    { maps: AttentionMaps | null; prediction: Prediction } | null
  >;
  evidence: Call<
    { head: HeadMoment; imageId: string; classIndex: number; against: number | null },
    EvidenceAnswer | null
  >;
  /** Over every image with tokens; null too where nothing attends. */
  survey: Call<{ head: HeadMoment }, Survey | null, { done: number; total: number }>;
  /** Maps of one query on several images: (imageIds, N). Images without tokens are left out. */
  queryMaps: Call<
    { head: HeadMoment; query: number; imageIds: string[] },
    { imageIds: string[]; weights: Float32Array } | null
  >;
  /**
   * What each query says for each image's own class, [CLS] included: (images, M); with the constant a
   * row adds up to the logit. Null too where not linear.
   */
  queryEvidence: Call<
    { head: HeadMoment; images: LabelledImage[] },
    { imageIds: string[]; weights: Float32Array } | null,
    { done: number; total: number }
  >;
  /**
   * On the head's held-out images, or on all of its images where none were held out. What a query
   * gives to [CLS] stays. Null too where the maps are not what the probe pools by (CBAM, DINO block).
   */
  importance: Call<{ head: HeadMoment }, Importance | null, { done: number; total: number }>;
  /** Frees a head that nobody looks at any more. */
  forgetHead: Call<{ headId: string }, null>;
};
