import type { Call } from '../src/bridge/messages';
import type { ProbeChoice } from '../src/probes/choice';
import type { Device, DeviceKind } from '../src/runtime/device';
import type { Errors } from '../tools/parity/run-case';

/** Pieces of the program run by themselves in a browser, for benchmarks and parity tests. */
export type LabCalls = {
  load: Call<{ device: DeviceKind; threads: number }, { device: Device }>;
  /**
   * Milliseconds of single training steps of every run. The runs take turns, so that a machine that
   * slows down slows all of them.
   */
  steps: Call<{ runs: StepRun[]; size: StepSize; rounds: number }, number[][]>;
  /** Milliseconds to encode one image, and to create the encoder's session. */
  backbone: Call<{ id: string; rounds: number }, { image: number[]; create: number }>;
  /** Milliseconds to create the sessions of a training step. */
  createSession: Call<{ run: StepRun; size: StepSize; rounds: number }, number[]>;
  parity: Call<{ caseName: string; recording: Uint8Array }, Errors>;
};

export interface StepRun {
  probe: ProbeChoice;
  /** As the program computes it, or as the authors' module does. */
  form: 'factored' | 'reference';
}

export interface StepSize {
  batch: number;
  patches: number;
  width: number;
  classes: number;
}
