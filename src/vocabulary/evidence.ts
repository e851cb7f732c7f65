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
   * Row-major (queries, N): what each patch adds to the logit through each query, relative to the
   * average descriptor of the training images (batch norm's running mean) wherever a query has a
   * share of that; formulas in `evidence-graph.ts`.
   */
  weights: Float32Array;
  /** What [CLS] adds through each query, (queries); null where the probe doesn't read it. */
  cls: Float32Array | null;
  /** What no patch adds: the bias, and for CoCa, CAE and CLIP what their last matrix mixes of the average. */
  constant: number;
  /** As the head itself computes it. */
  logit: number;
}

/** The evidence, or why there is none. */
export type EvidenceAnswer =
  | { kind: 'evidence'; evidence: Evidence }
  /** The probe is not linear after its attention: no exact split exists. */
  | { kind: 'not-linear' };

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
