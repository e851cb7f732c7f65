import type { ImageTokens } from '../backbones/encode/api';
import type { Call } from '../bridge/messages';
import type { ProbeChoice } from '../probes/choice';
import type { Device, DeviceKind } from '../runtime/device';
import type { RuntimeFiles } from '../runtime/files';
import type { Recipe } from './model/recipe';
import type { InspectCalls, Snapshots } from './questions/api';
import type { TokenViewCalls } from './questions/tokens/api';
import type { CompareProgress, CompareRequest, OpenedHead } from './run/compare-api';

export interface LabelledImage {
  id: string;
  /** The image's name. It, not the id, decides the split: the same images give the same run again. */
  name: string;
  /** Index into the classes of the run. */
  classIndex: number;
}

export interface TrainRequest {
  images: LabelledImage[];
  classCount: number;
  probe: ProbeChoice;
  recipe: Recipe;
  /** Decides the split, the starting weights and the order of mini-batches. */
  seed: number;
  /** Share of every class that is held out of training, 0…1. */
  heldOutShare: number;
}

/** The attention maps of one image: row-major (M, N), every row non-negative with sum 1. */
export interface AttentionMaps {
  imageId: string;
  queries: number;
  patches: number;
  weights: Float32Array;
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

export interface TrainProgress {
  epochs: number;
  point: CurvePoint;
  /** Maps of the watched image, every few steps; null when it has no tokens or the probe no queries. */
  maps: AttentionMaps | null;
}

export interface Prediction {
  imageId: string;
  /** Softmax over the classes of the run, (C). */
  probabilities: number[];
}

export interface TrainResult {
  /** What the worker knows the head by. */
  headId: string;
  snapshots: Snapshots;
  /** The epoch whose weights are kept. */
  keptEpoch: number;
  /** Whether the held-out images chose that epoch; else it was the last, whatever they said. */
  keptByHeldOut: boolean;
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

/** What the trainer worker offers. It holds the tokens of every image and the trained head. */
export type TrainerCalls = InspectCalls &
  TokenViewCalls & {
    /** `runtimeFiles` where the page holds them already, so that a fresh worker needs no network. */
    load: Call<
      { device: DeviceKind; threads: number; runtimeFiles?: RuntimeFiles },
      { device: Device }
    >;
    putTokens: Call<{ imageId: string; tokens: ImageTokens }, null>;
    dropTokens: Call<{ imageIds: string[] }, null>;
    /** Forgets all tokens and every head: another backbone's tokens come. */
    reset: Call<null, null>;
    /** The image whose maps come with the progress of a training run. */
    watch: Call<{ imageId: string | null }, null>;
    /** Ends early when `stop` is called, keeping what there is; aborting throws everything away. */
    train: Call<TrainRequest, TrainResult, TrainProgress>;
    stop: Call<null, null>;
    /** Trains every entry on every fold, one after another; aborting keeps what has been reported. */
    compare: Call<CompareRequest, null, CompareProgress>;
    /** Describes a head of the last study, so that it can be looked at like any other. */
    openHead: Call<{ key: string }, OpenedHead>;
  };

/** News from the trainer worker that nobody asked for. */
export type TrainerEvent = { kind: 'device-lost'; message: string };
