import { findBackbone } from '../../backbones/catalogue/catalogue';
import { type BackboneChoice, choiceKey } from '../../backbones/choice';
import type { BackboneCalls } from '../../backbones/encode/api';
import { loadBackbone } from '../../backbones/encode/load-backbone';
import { BACKBONE_SILENCE_MS } from '../../backbones/encode/patience';
import type { DeviceKind } from '../../runtime/device';
import type { AppState } from '../../state/slices/types';
import type { Assets } from '../workers/assets';
import {
  type ModelWorker,
  type ModelWorkerContext,
  superviseModelWorker,
} from '../workers/model-worker';
import { ModelHolder } from './model-in-use';

/** The worker of the backbone in use, and what is known of its model. */
export interface BackboneHost {
  worker: ModelWorker<BackboneCalls>;
  model: ModelHolder;
  /** Backbones, by `choiceKey`, that don't run on the graphics device. */
  onlyOnWasm: Set<string>;
  /** Where the backbone in use is to run. */
  kind(): DeviceKind;
}

export interface BackboneHostParts {
  spawn(): Worker;
  threads: number;
  assets: Assets;
  /** The backbone in use, with the person's own, of which it may be one. */
  inUse(): BackboneChoice & Pick<AppState, 'backbones'>;
}

/** Keeps a worker with the backbone in use. */
export function createBackboneHost(
  context: ModelWorkerContext,
  { spawn, threads, assets, inUse }: BackboneHostParts,
): BackboneHost {
  const { device, statuses } = context;
  const model = new ModelHolder();
  const onlyOnWasm = new Set<string>();
  const kind = () => (onlyOnWasm.has(choiceKey(inUse())) ? 'wasm' : device.kind);
  const worker = superviseModelWorker<BackboneCalls>(context, {
    part: 'backbone',
    spawn,
    silenceMs: BACKBONE_SILENCE_MS,
    kind,
    async load(client, deviceKind) {
      const choice = inUse();
      const backbone = findBackbone(choice.backbones, choice.backboneId);
      const { precision } = choice;
      const runtime = assets.runtimeFiles(deviceKind);
      // Awaited below, and not in vain: until then nothing else listens to a failure.
      runtime.catch(() => undefined);
      const obtained = await assets.model(backbone, precision, ({ loaded, total }) =>
        statuses.progress({ loaded, total: total ?? loaded }),
      );
      // Tokens that are kept need no more than this.
      if (choiceKey(inUse()) === choiceKey(choice)) {
        model.set({ backbone, precision, hash: obtained.hash });
      }
      return loadBackbone(client, {
        backbone,
        device: deviceKind,
        threads,
        model: obtained.model,
        runtimeFiles: await runtime,
      });
    },
    // The image at hand goes back to the queue by itself: its call fails.
    onLost: () => undefined,
  });
  return { worker, model, onlyOnWasm, kind };
}
