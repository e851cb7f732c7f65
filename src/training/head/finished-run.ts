import type { ProbeChoice } from '../../probes/choice';
import type { Split } from '../data/split';
import type { HeadShape } from '../model/forward';
import type { HeadTensors } from '../model/head';
import type { Recipe } from '../model/recipe';
import type { HeadEvaluator } from './evaluator';
import type { Snapshot } from './snapshots';

/** What a run leaves. */
export interface FinishedRun {
  plan: RunPlan;
  head: TrainedHead;
  /** Runs the head. The owner of the run releases it. */
  evaluator: HeadEvaluator;
  /** In rising order, the chosen epoch's among them. */
  snapshots: readonly Snapshot[];
  chosenEpoch: number;
  epochsRun: number;
  parameters: number;
  /** From the first step to the last. */
  milliseconds: number;
}

/** One run, down to which image is on which side. */
export interface RunPlan {
  probe: ProbeChoice;
  recipe: Recipe;
  classCount: number;
  split: Split;
  /** Decides the starting weights and the order of mini-batches. */
  seed: number;
  /**
   * Which epoch's head is the result: the best on the held-out images, or the last. Only under `last`
   * have the held-out images no influence at all.
   */
  selection: 'best' | 'last';
  /** Whether heads along the way are kept, for a replay of the training. */
  snapshots: boolean;
}

/** A head that takes raw tokens, with what is needed to run it. */
export interface TrainedHead {
  shape: Omit<HeadShape, 'batch'>;
  tensors: HeadTensors;
}
