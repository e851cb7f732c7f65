import type { Call } from '../../bridge/messages';
import type { Device, DeviceKind } from '../../runtime/device';
import type { RuntimeFiles } from '../../runtime/files';
import type { DeviceLoss } from '../../runtime/runtime';
import type { ImageTokens } from '../../vocabulary/images';
import type { Backbone, ModelBlobs } from '../backbone';
import type { SelfCheck } from './self-check';
/** What the backbone worker offers. */
export type BackboneCalls = {
  /**
   * Loads the runtime and the encoder. `runtimeFiles` where the page holds them already, so that a
   * fresh worker needs no network. Says when the runtime is there and the encoder is begun.
   */
  load: Call<
    {
      backbone: Backbone;
      device: DeviceKind;
      threads: number;
      model: ModelBlobs;
      runtimeFiles?: RuntimeFiles;
    },
    { device: Device },
    'runtime-loaded'
  >;
  /** Turns one crop (a losslessly encoded square image) into tokens. */
  extract: Call<{ crop: Blob }, ImageTokens>;
  /**
   * Several at once, in batches as the graph and the device like them. Fails as a whole when one
   * crop does.
   */
  extractMany: Call<{ crops: readonly Blob[] }, ImageTokens[]>;
  /** How many images `extractMany` runs at once; the first time, a GPU is measured. */
  bestBatch: Call<null, { images: number }>;
  /**
   * Judges a 16-bit variant by one crop; see `self-check.ts`. A variant that can't run is a verdict
   * too; only a lost device throws.
   */
  check: Call<{ crop: Blob; reference: ImageTokens | null }, SelfCheck>;
};

/** News from the backbone worker that nobody asked for. */
export type BackboneEvent = { kind: 'device-lost'; failure: DeviceLoss };
