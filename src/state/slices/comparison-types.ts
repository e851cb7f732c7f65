import type { Failure } from '../../vocabulary/failures';
import type { BackboneChoice } from './encoder-types';
import type { Study } from './study-types';

/** The same few probes on several backbones, one after another. */
export interface Comparison {
  /** In the order in which they are done. */
  backbones: readonly BackboneChoice[];
  /** Queries of its EP. */
  queries: number;
  /** The backbone that was in use before, and will be again. */
  home: BackboneChoice;
  /** Of `backbones`, how many are through. */
  done: number;
  /** Those that could not be compared, and why. */
  failed: readonly { backboneId: string; reason: Failure }[];
}

export type ComparisonStatus =
  | { kind: 'idle' }
  /** `step`: switching (see `switching`), making tokens (see `extraction`) or training (see `study`). */
  | {
      kind: 'running';
      comparison: Comparison;
      step: 'waiting' | 'switching' | 'tokens' | 'probes' | 'returning';
    }
  | { kind: 'paused'; comparison: Comparison; reason: Failure | null }
  | { kind: 'done'; comparison: Comparison };

export interface ComparisonSlice {
  /**
   * What the comparison view compares: probes on one backbone, backbones under the same probes, or
   * numbers of training images.
   */
  comparing: 'probes' | 'backbones' | 'shots';
  comparison: ComparisonStatus;
  /**
   * The last study of every backbone, by backbone id, those of `startStudy` among them. It goes on
   * where it was when it is asked for again with the same images, labels and settings.
   * `comparison-rows.ts` makes rows of a chart from it.
   */
  backboneStudies: Readonly<Record<string, Study>>;
}
