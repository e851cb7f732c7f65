import type { BackboneCalls, ImageTokens } from '../../backbones/api';
import { findBackbone } from '../../backbones/catalogue';
import type { EngineContext } from './context';
import type { DeviceBoard } from './device-status';
import { Extraction } from './extraction';
import { keepModelWorker, type ModelWorker, sentence, whatNext } from './model-worker';

/** Keeps the backbone's worker, and lets it turn waiting images into tokens. */
export function createBackbone(
  context: EngineContext,
  board: DeviceBoard,
  keep: (imageId: string, tokens: ImageTokens) => Promise<void>,
): ModelWorker<BackboneCalls> {
  const { store, assets, device, threads } = context;
  const title = 'The backbone';
  const say = (text: string) => store.getState().say({ severity: 'error', subject: title, text });

  const worker = keepModelWorker<BackboneCalls>(context, board, {
    part: 'backbone',
    title,
    afterDeath: 'A fresh one carries on where it was.',
    spawn: () =>
      new Worker(new URL('../../backbones/worker.ts', import.meta.url), { type: 'module' }),
    async load(client, kind) {
      const backbone = findBackbone(store.getState().backboneId);
      const [{ model }, runtimeFiles] = await Promise.all([
        assets.model(backbone, ({ loaded, total }) =>
          board.progress({ loaded, total: total ?? loaded }),
        ),
        assets.runtimeFiles(kind),
      ]);
      return client.call('load', { backbone, device: kind, threads, model, runtimeFiles });
    },
    // The image at hand goes back to the queue by itself: its call fails.
    onLost: () => undefined,
  });

  new Extraction(store, {
    encoder: () => worker.whenReady(),
    keep,
    blamesDevice(reason) {
      if (board.deviceOf('backbone')?.kind !== 'webgpu') return false;
      device.gpuLost('backbone');
      say(`WebGPU failed on an image: ${sentence(reason)} ${whatNext(device)}`);
      worker.replace(reason);
      return true;
    },
    onTrouble(reason) {
      say(`It failed on an image: ${sentence(reason)} A fresh one tries it once more.`);
      worker.replace(reason);
    },
    onHopeless: (reason) => worker.giveUp(reason),
  });
  return worker;
}
