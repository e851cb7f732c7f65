export interface Prediction {
  imageId: string;
  /** Softmax over the classes of the run, (C). */
  probabilities: number[];
}

/** One point of the training curves. Accuracies are shares, 0…1. */
export interface CurvePoint {
  epoch: number;
  loss: number;
  trainAccuracy: number;
  /** null when no image is held out. */
  heldOutLoss: number | null;
  heldOutAccuracy: number | null;
}

/** Which head, and which moment of its training. */
export interface HeadRef {
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
