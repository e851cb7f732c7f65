import { findBackbone } from '../../backbones/catalogue/catalogue';
import type { BackboneCalls } from '../../backbones/encode/api';
import { BACKBONE_SILENCE_MS } from '../../backbones/encode/patience';
import type { Notice } from '../../vocabulary/notices';
import type { EngineContext } from '../context';
import type { DeviceStatuses } from '../workers/device-status';
import { type ModelWorker, superviseModelWorker } from '../workers/model-worker';
import type { Trainer } from '../workers/trainer';
import { CachedTokens } from './cached-tokens';
import { Extraction } from './extraction';
import { ModelHolder } from './model-in-use';

/** The worker of the backbone in use, and what is known of its model. */
export interface BackboneHost {
  worker: ModelWorker<BackboneCalls>;
  model: ModelHolder;
  cached: CachedTokens;
  /** Backbones, as "id precision", that don't run on the graphics device. */
  onlyOnWasm: Set<string>;
}

/** Keeps the backbone's worker, and lets it turn waiting images into tokens. */
export function createBackbone(
  context: EngineContext,
  statuses: DeviceStatuses,
  trainer: Trainer,
): BackboneHost {
  const { store, assets, device, threads } = context;
  const title = 'The backbone';
  const say = (text: Notice) => store.getState().say({ severity: 'error', subject: title, text });
  const model = new ModelHolder();
  const cached = new CachedTokens(context.tokens, model);
  const onlyOnWasm = new Set<string>();
  const inUse = () => {
    const { backboneId, precision } = store.getState();
    return { key: `${backboneId} ${precision}`, backbone: findBackbone(backboneId), precision };
  };

  const worker = superviseModelWorker<BackboneCalls>(context, statuses, {
    part: 'backbone',
    title,
    afterDeath: 'A fresh one carries on where it was.',
    spawn: () =>
      new Worker(new URL('../../backbones/encode/worker.ts', import.meta.url), { type: 'module' }),
    silenceMs: BACKBONE_SILENCE_MS,
    kind: () => (onlyOnWasm.has(inUse().key) ? 'wasm' : device.kind),
    async load(client, kind) {
      const { key, backbone, precision } = inUse();
      const runtime = assets.runtimeFiles(kind);
      // Awaited below, and not in vain: until then nobody else listens to a failure.
      runtime.catch(() => undefined);
      const obtained = await assets.model(backbone, precision, ({ loaded, total }) =>
        statuses.progress({ loaded, total: total ?? loaded }),
      );
      // Tokens that are kept need no more than this.
      if (inUse().key === key) model.set({ backbone, precision, hash: obtained.hash });
      return client.call('load', {
        backbone,
        device: kind,
        threads,
        model: obtained.model,
        runtimeFiles: await runtime,
      });
    },
    // The image at hand goes back to the queue by itself: its call fails.
    onLost: () => undefined,
  });

  new Extraction(store, {
    encoder: () => worker.whenReady(),
    async recall(imageIds, wanted) {
      const found = await cached.recall(imageIds);
      await Promise.all([...found].map(([id, tokens]) => trainer.keep(id, tokens, wanted)));
      return new Set(found.keys());
    },
    async keep(imageId, tokens, wanted) {
      cached.remember(await model.when(), imageId, tokens);
      await trainer.keep(imageId, tokens, wanted);
    },
    blamesDevice(failure) {
      if (statuses.deviceOf('backbone')?.kind !== 'webgpu') return false;
      device.gpuLost('backbone');
      say({ code: 'webgpu-failed-on-image', failure, next: device.kind });
      worker.replace('WebGPU failed on an image');
      return true;
    },
    onTrouble(failure) {
      say({ code: 'backbone-failed-on-image', failure });
      worker.replace('it failed on an image');
    },
    onHopeless: (failure) => worker.giveUp(failure),
  });
  return { worker, model, cached, onlyOnWasm };
}
