import type { AppState } from '../../state/slices/types';
import type { TrainerCalls } from '../../training/api';
import type { ImageTokens } from '../../vocabulary/images';
import type { EngineContext } from '../context';
import { forgetHeads } from '../inspect/inspection';
import type { DeviceStatuses } from './device-status';
import { type ModelWorker, superviseModelWorker } from './model-worker';
import type { LossCause } from './supervised-worker';

export interface Trainer {
  worker: ModelWorker<TrainerCalls>;
  /**
   * Gives the worker an image's tokens, if `wanted` still says so once there is a worker.
   * @throws `WorkerDied` when it goes meanwhile.
   */
  keep(imageId: string, tokens: ImageTokens, wanted: () => boolean): Promise<void>;
}

/** Keeps the trainer's worker. When it goes, its tokens go: every image waits for them again. */
export function createTrainer(context: EngineContext, statuses: DeviceStatuses): Trainer {
  const { store, assets, threads } = context;
  /** Runs that ended with the worker, since one went well. */
  let runsLost = 0;
  store.subscribe(({ training }, before) => {
    if (training.kind === 'done' && before.training.kind !== 'done') runsLost = 0;
  });

  const worker = superviseModelWorker<TrainerCalls>(context, statuses, {
    part: 'trainer',
    title: 'The trainer',
    afterDeath: 'A fresh one takes over; the tokens are made again, then a run is repeated.',
    spawn: () =>
      new Worker(new URL('../../training/worker.ts', import.meta.url), { type: 'module' }),
    async load(client, device) {
      const runtimeFiles = await assets.runtimeFiles(device);
      return client.call('load', { device, threads, runtimeFiles });
    },
    onLost(cause) {
      const { training } = store.getState();
      if (training.kind === 'running' && cause !== 'replaced') runsLost += 1;
      forgetHeads(store);
      store.setState((state) => ({
        ...withoutTokens(state),
        training: afterLoss(state.training, cause, runsLost),
      }));
    },
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

/** A run that is lost is queued again by itself, once. */
export function afterLoss(
  training: AppState['training'],
  cause: LossCause,
  runsLost: number,
): AppState['training'] {
  if (training.kind !== 'running' && training.kind !== 'done') return training;
  if (training.kind === 'running' && training.stopping) return { kind: 'idle' };
  if (cause !== 'replaced' && runsLost > 1) {
    return { kind: 'failed', reason: 'The trainer stopped twice during this run.' };
  }
  return { kind: 'queued' };
}

/** Images in the trash lose their tokens too: undoing brings them back to the queue. */
export function withoutTokens({ images, trash }: Pick<AppState, 'images' | 'trash'>) {
  const wait = (all: AppState['images']): AppState['images'] =>
    all.map((image) =>
      image.status.kind === 'ready' ? { ...image, status: { kind: 'waiting' } } : image,
    );
  return { images: wait(images), trash: trash && { ...trash, images: wait(trash.images) } };
}
