import type { Call } from '../src/bridge/messages';
import type { Device, DeviceKind } from '../src/runtime/device';
import type { Errors } from '../tools/parity/run-case';

/** Pieces of the program run by themselves in a browser, for benchmarks and parity tests. */
export type LabCalls = {
  load: Call<{ device: DeviceKind; threads: number }, { device: Device }>;
  /**
   * Milliseconds of single training steps by probe. The probes take turns, so that a machine that
   * slows down slows all of them.
   */
  steps: Call<{ probes: StepProbe[]; rounds: number }, Record<StepProbe, number[]>>;
  /** Milliseconds to encode one image, and to create the encoder's session. */
  backbone: Call<{ id: string; rounds: number }, { image: number[]; create: number }>;
  /** Milliseconds to create the session of an EP training step. */
  createSession: Call<{ rounds: number }, number[]>;
  parity: Call<{ caseName: string; recording: Uint8Array }, Errors>;
};

export type StepProbe = 'ep' | 'ep-reference' | 'gap';
