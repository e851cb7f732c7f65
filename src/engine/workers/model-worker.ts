import type { WorkerClient } from '../../bridge/client';
import type { CallMap } from '../../bridge/messages';
import type { Device, DeviceKind } from '../../runtime/device';
import type { DeviceLoss } from '../../runtime/runtime';
import type { MessageAction } from '../../state/slices/types';
import { failureOf } from '../../vocabulary/failures';
import type { Notice, WorkerPart } from '../../vocabulary/notices';
import type { Notices } from '../notices';
import { AssetError, type Assets } from './assets';
import type { DeviceChoice } from './device-choice';
import type { DeviceStatuses } from './device-status';
import { type LossCause, SupervisedWorker } from './supervised-worker';

export type ModelWorker<C extends CallMap> = SupervisedWorker<C, DeviceLost, { device: Device }>;
type DeviceLost = { kind: 'device-lost'; failure: DeviceLoss };

export interface ModelWorkerSpec<C extends CallMap> {
  part: WorkerPart;
  spawn(): Worker;
  /** See `SupervisedWorkerSpec`. */
  silenceMs?: number;
  /** Where it runs, if not where everything does. */
  kind?(): DeviceKind;
  load(client: WorkerClient<C, DeviceLost>, device: DeviceKind): Promise<{ device: Device }>;
  /** What the worker held is gone, whether it died or was replaced. */
  onLost(cause: LossCause): void;
}

/** What all model workers share. */
export interface ModelWorkerContext {
  assets: Pick<Assets, 'doubt'>;
  device: DeviceChoice;
  statuses: DeviceStatuses;
  notices: Pick<Notices, 'say' | 'dismiss'>;
}

/** A supervised worker that runs on a device: it says what happens to it, and leaves a GPU that fails. */
export function superviseModelWorker<C extends CallMap>(
  { assets, device, statuses, notices }: ModelWorkerContext,
  { part, spawn, silenceMs, kind = () => device.kind, load, onLost }: ModelWorkerSpec<C>,
): ModelWorker<C> {
  const say = (what: Notice, action: MessageAction | null = null) =>
    notices.say('error', { part: `${part}-worker` }, what, action);
  /** Where the present worker runs, or is being started. */
  let running: DeviceKind = 'wasm';
  /** The message that says that it has given up. */
  let gaveUp: number | null = null;

  return new SupervisedWorker<C, DeviceLost, { device: Device }>({
    spawn,
    silenceMs,
    load(client) {
      running = kind();
      statuses.set(part, { kind: 'starting' });
      return load(client, running);
    },
    onReady(loaded) {
      statuses.set(part, { kind: 'ready', device: loaded.device });
      // Its button would restart what runs again.
      if (gaveUp !== null) notices.dismiss(gaveUp);
      gaveUp = null;
    },
    endedBy: ({ failure }) => failure,
    onLost(cause, failure) {
      if (cause === 'died') say({ code: 'worker-stopped', part, failure });
      else if (cause === 'event') {
        device.gpuLost(part);
        say({ code: 'gpu-lost', part, failure, next: device.kind });
      }
      onLost(cause);
    },
    onStartFailed(error) {
      if (running !== 'webgpu' || error instanceof AssetError) return;
      device.gpuFailedToStart();
      say({ code: 'webgpu-not-started', failure: failureOf(error) });
    },
    // What never ended once would keep people waiting again; a graphics device is not the last resort.
    isFinal: (error) => error instanceof AssetError || (isStuck(error) && running === 'wasm'),
    onGaveUp(failure) {
      assets.doubt();
      statuses.set(part, { kind: 'failed', reason: failure });
      gaveUp = say({ code: 'gave-up', part, failure }, { kind: 'retry' });
    },
  });
}

function isStuck(error: Error): boolean {
  return failureOf(error).code === 'start-silent';
}
