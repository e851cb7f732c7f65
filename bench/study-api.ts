import type { Call } from '../src/bridge/messages';
import type { ProbeChoice } from '../src/probes/choice';

/** Training runs on a sample set, made exactly as the page makes them, for scripts. */
export type StudyCalls = {
  /** Prepares and encodes every image of a set; the number done as progress. */
  encode: Call<{ setId: string; threads: number }, { images: number }, number>;
  train: Call<{ probe: ProbeChoice; seed: number }, StudyRun>;
  /** One image's maps after every epoch of a run, and the picture that they are laid over. */
  record: Call<{ probe: ProbeChoice; seed: number; image: string }, RecordedRun>;
};

export interface StudyRun {
  /** Held-out accuracies, 0…1: of the epoch that the page keeps, and of the last one. */
  kept: number;
  last: number;
  heldOutImages: number;
  mapSimilarity: number | null;
}

export interface RecordedRun {
  grid: { height: number; width: number };
  queries: number;
  /** Per epoch (M, N). */
  frames: Float32Array[];
  /** Lossless PNG of the crop. */
  crop: Blob;
}
