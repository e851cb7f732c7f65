import type { ProbeChoice } from '../../probes/choice';
import type { CurvePoint, Prediction, Snapshots } from '../../vocabulary/heads';
import type { LabelledImage } from '../../vocabulary/images';
import type { AttentionMaps } from '../../vocabulary/maps';
import type { Recipe } from '../model/recipe';

export interface TrainRequest {
  images: LabelledImage[];
  classCount: number;
  probe: ProbeChoice;
  recipe: Recipe;
  /** Decides the split, the starting weights and the order of mini-batches. */
  seed: number;
  /** Share of every class that is held out of training, 0…1. */
  heldOutShare: number;
  /** The image whose maps come with the progress; left out, the one that `watch` named last. */
  watchedImageId?: string | null;
}

export interface TrainProgress {
  epochs: number;
  point: CurvePoint;
  /** Maps of the watched image, every few steps; null when it has no tokens or the probe no queries. */
  maps: AttentionMaps | null;
}

export interface TrainResult {
  /** What the worker knows the head by. */
  headId: string;
  snapshots: Snapshots;
  /** The epoch whose weights are kept. */
  chosenEpoch: number;
  /** Whether the held-out images chose that epoch; else it was the last. */
  chosenByHeldOut: boolean;
  epochsRun: number;
  /** True when the person pressed Stop; the head is kept all the same. */
  stopped: boolean;
  heldOutIds: string[];
  /** Of the kept epoch; null when no image is held out. */
  heldOut: { correct: number; total: number } | null;
  training: { correct: number; total: number };
  /** Learned numbers of pooling and classifier. */
  parameters: number;
  /** Mean cosine between the maps of every two queries, averaged over all images; null for fewer than two. */
  mapSimilarity: number | null;
  predictions: Prediction[];
  milliseconds: number;
}
