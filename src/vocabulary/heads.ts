export interface Prediction {
  imageId: string;
  /** Softmax over the classes of the run, (C). */
  probabilities: number[];
}

/** Predictions by image id. */
export function predictionsById(predictions: readonly Prediction[]): Record<string, Prediction> {
  return Object.fromEntries(predictions.map((prediction) => [prediction.imageId, prediction]));
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

/** Which head, and at which epoch of its training. */
export interface HeadRef {
  headId: string;
  /** That of one of its snapshots; null for the head as training ended with it. */
  epoch: number | null;
}

/** The states of a head along its training that were kept, for a replay. */
export interface Snapshots {
  /** In rising order; 0 is the head before its first step. */
  epochs: number[];
  /** Memory that they take. */
  bytes: number;
  /** The most that they may take: of a large probe there are fewer. */
  limit: number;
}
