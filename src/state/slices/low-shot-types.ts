import type { ShotResult } from '../../training/run/low-shot-api';
import type { Failure } from '../../vocabulary/failures';
import type { Study } from './study-types';

/** Probes on few training images, as far as it has come: a `Study` at several sizes. */
export interface LowShotStudy
  extends Pick<
    Study,
    | 'entries'
    | 'folds'
    | 'repeats'
    | 'seed'
    | 'recipe'
    | 'backboneId'
    | 'precision'
    | 'classes'
    | 'labels'
    | 'remarks'
  > {
  /** Training images per class, ascending. */
  sizes: readonly number[];
  /** The smallest class, and how many of its images every fold leaves to train on. */
  ceiling: { className: string; images: number };
  results: readonly ShotResult[];
}

export type LowShotStatus =
  | { kind: 'idle' }
  /** Waits for tokens, or for what is being trained. `study` is what is to be resumed, null for a new one. */
  | { kind: 'queued'; study: LowShotStudy | null }
  | { kind: 'running'; study: LowShotStudy }
  /** Cancelled, or lost with its worker: what is finished is kept and can be resumed. */
  | { kind: 'paused'; study: LowShotStudy; reason: Failure | null }
  | { kind: 'done'; study: LowShotStudy };

export interface LowShotSlice {
  /** Keys of the entries that the next one measures beside EP and mean pooling. */
  shotTicked: readonly string[];
  lowShot: LowShotStatus;
}
