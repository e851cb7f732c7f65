import { RUNTIME_LIMIT_MS } from '../../backbones/encode/patience';
import { startInTime } from '../../bridge/start-in-time';
import type { DeviceKind } from '../../runtime/device';
import type { RuntimeFiles } from '../../runtime/files';
import type { AppState, ImageItem } from '../../state/slices/types';
import type { TrainerCalls } from '../../training/api';
import type { ImageTokens } from '../../vocabulary/images';
import { type ModelWorker, type ModelWorkerContext, superviseModelWorker } from './model-worker';
import type { LossCause } from './supervised-worker';

export interface Trainer {
  worker: ModelWorker<TrainerCalls>;
  /**
   * Gives the worker an image's tokens, if `wanted` still says so once there is a worker.
   * @throws `WorkerDied` when it goes meanwhile.
   */
  keep(imageId: string, tokens: ImageTokens, wanted: () => boolean): Promise<void>;
}

export interface SupervisedTrainerParts {
  spawn(): Worker;
  threads: number;
  runtimeFiles(device: DeviceKind): Promise<RuntimeFiles>;
  /** Its tokens and heads are gone. */
  onLost(cause: LossCause): void;
}

/** The worker that holds the tokens of every image, and trains. */
export function superviseTrainer(
  context: ModelWorkerContext,
  { spawn, threads, runtimeFiles, onLost }: SupervisedTrainerParts,
): Trainer {
  const worker = superviseModelWorker<TrainerCalls>(context, {
    part: 'trainer',
    spawn,
    async load(client, device) {
      const files = await runtimeFiles(device);
      return startInTime(client, RUNTIME_LIMIT_MS, () =>
        client.call('load', { device, threads, runtimeFiles: files }),
      );
    },
    onLost,
  });
  return {
    worker,
    async keep(imageId, tokens, wanted) {
      const client = await worker.whenReady();
      if (!wanted()) return;
      await client.call('putTokens', { imageId, tokens }, { transfer: [tokens.data.buffer] });
    },
  };
}

/** Images in the trash lose their tokens too: undoing brings them back to the queue. */
export function withoutTokens({ images, trash }: Pick<AppState, 'images' | 'trash'>) {
  const wait = (all: readonly ImageItem[]): ImageItem[] =>
    all.map((image) =>
      image.status.kind === 'ready' ? { ...image, status: { kind: 'waiting' } } : image,
    );
  return { images: wait(images), trash: wait(trash) };
}
