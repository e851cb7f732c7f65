import type { Call } from '../bridge/messages';
import type { Device, DeviceKind } from '../runtime/device';
import type { RuntimeFiles } from '../runtime/files';
import type { DeviceLoss } from '../runtime/runtime';
import type { ImageTokens } from '../vocabulary/images';
import type { PortableHead } from './head/portable-head';
import type { QuestionCalls } from './questions/api';
import type { CompareProgress, CompareRequest, OpenedHead } from './run/compare-api';
import type { LowShotRequest, ShotResult } from './run/low-shot-api';
import type { TrainProgress, TrainRequest, TrainResult } from './run/train-api';

/** What the trainer worker offers. It holds the tokens of every image and every trained head. */
export type TrainerCalls = QuestionCalls & {
  /** `runtimeFiles` where the page holds them already, so that a fresh worker needs no network. */
  load: Call<
    { device: DeviceKind; threads: number; runtimeFiles?: RuntimeFiles },
    { device: Device }
  >;
  putTokens: Call<{ imageId: string; tokens: ImageTokens }, null>;
  dropTokens: Call<{ imageIds: string[] }, null>;
  /** Drops all tokens and every head: another backbone's tokens come. */
  reset: Call<null, null>;
  /** Changes the image whose maps come with the progress of a training run, while one goes on. */
  watch: Call<{ imageId: string | null }, null>;
  /** Ends early when `stop` is called, keeping what there is; aborting throws everything away. */
  train: Call<TrainRequest, TrainResult, TrainProgress>;
  stop: Call<null, null>;
  /** Trains every entry on every fold, one after another; aborting keeps what has been reported. */
  compare: Call<CompareRequest, null, CompareProgress>;
  /** Trains every entry at every size on every fold; aborting keeps what has been reported. */
  lowShot: Call<LowShotRequest, null, ShotResult>;
  /** Describes a head of the last study, so that it can be looked at like any other. */
  openHead: Call<{ key: string }, OpenedHead>;
  /** All that a head is made of, with its snapshots or without; null when it is gone. */
  exportHead: Call<{ headId: string; snapshots: boolean }, PortableHead | null>;
  /** Takes a head in under the id that it had in another worker. @throws `head-damaged` */
  importHead: Call<{ headId: string; head: PortableHead }, null>;
  /** Frees a head that is not shown any more. */
  forgetHead: Call<{ headId: string }, null>;
};

/** What the trainer worker reports by itself. */
export type TrainerEvent = { kind: 'device-lost'; failure: DeviceLoss };
