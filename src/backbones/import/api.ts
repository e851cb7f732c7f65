import type { Call } from '../../bridge/messages';
import type { Device, DeviceKind } from '../../runtime/device';
import type { RuntimeFiles } from '../../runtime/files';
import type { Preprocessing } from '../backbone';
import type { GraphFacts } from './recognise';

export interface TrialRequest {
  facts: GraphFacts;
  device: DeviceKind;
  threads: number;
  /** Any picture; its middle is run. Without one a pattern is. */
  picture: Blob | null;
  pixels: Pick<Preprocessing, 'mean' | 'std'>;
  /** Where the page holds them already, so that no network is needed. */
  runtimeFiles?: RuntimeFiles;
}

/** One image through the model. */
export interface TrialRun {
  device: Device;
  /** Pixels to a side of the image. */
  side: number;
  /** What came out of each output that was asked for; `data` is row-major over `dims`. */
  outputs: { name: string; dims: number[]; finite: boolean; data: Float32Array }[];
  /** To create the session, and to run the image once it was warm. */
  milliseconds: { session: number; run: number };
}

/** Where a trial has got to; each step has its own time. */
export type TrialStep = 'runtime' | 'session' | 'run';

/** Gives the run, or throws the runtime's own error. */
export type TrialCalls = { run: Call<TrialRequest, TrialRun, TrialStep> };
