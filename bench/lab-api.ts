import type { ModelBlobs } from '../src/backbones/backbone';
import type { Call } from '../src/bridge/messages';
import type { ProbeChoice } from '../src/probes/choice';
import type { Device, DeviceKind } from '../src/runtime/device';
import type { FailureCode } from '../src/vocabulary/failures';
import type { Errors } from '../tools/parity/run-case';

/** Pieces of the program run by themselves in a browser, for benchmarks and parity tests. */
export type LabCalls = {
  load: Call<{ device: DeviceKind; threads: number }, { device: Device }>;
  /**
   * Milliseconds of single training steps of every run. The runs take turns, so that a machine that
   * slows down slows all of them.
   */
  steps: Call<{ runs: StepRun[]; size: StepSize; rounds: number }, number[][]>;
  /** How long an encoder takes. */
  backbone: Call<{ model: LabModel; rounds: number }, BackboneTimes>;
  /** The chosen tokens of the test pattern, one after another, and the shape of the whole output. */
  tokens: Call<
    { model: LabModel; tokens: readonly number[] },
    { shape: number[]; values: Float32Array }
  >;
  /** Milliseconds to create the sessions of a training step. */
  createSession: Call<{ run: StepRun; size: StepSize; rounds: number }, number[]>;
  parity: Call<{ caseName: string; recording: Uint8Array }, Errors>;
};

/** An encoder as its file says how to run it. */
export interface LabModel {
  files: ModelBlobs;
  input: string;
  output: string;
  /** Pixels to a side. */
  side: number;
  /** Images in one run: a number where the graph fixes it, null where any number goes. */
  batch: number | null;
}

/** All in milliseconds. */
export interface BackboneTimes {
  /** To create the session. */
  create: number;
  /** Of runs with as few images as the graph allows, divided by their number. */
  image: number[];
  /** By images in one run, per image, once each; null where the graph fixes that number. */
  perImage: [images: number, milliseconds: number][] | null;
  /** Of runs with the number of images that is best, per image; null where that is what `image` has. */
  best: { images: number; image: number[] } | null;
}

/** What became of a file that was added. */
export type PreparedPicture = { milliseconds: number } & (
  | { kind: 'taken'; width: number; height: number; notes: string[]; cropHash: string }
  | { kind: 'refused'; code: FailureCode; sentence: string }
);

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
