import type { WorkerClient } from '../../bridge/client';
import type { CallMap } from '../../bridge/messages';
import type { Device, DeviceKind } from '../../runtime/device';
import { failureOf } from '../../vocabulary/failures';
import type { Notice } from '../../vocabulary/notices';
import type { EngineContext } from '../context';
import { AssetError } from './assets';
import type { DeviceChoice } from './device-choice';
import type { DeviceStatuses } from './device-status';
import { type LossCause, SupervisedWorker } from './supervised-worker';

export type ModelWorker<C extends CallMap> = SupervisedWorker<C, DeviceLost, { device: Device }>;
type DeviceLost = { kind: 'device-lost'; message: string };

export interface ModelWorkerSpec<C extends CallMap> {
  part: 'backbone' | 'trainer';
  /** As it is called in messages, "The backbone". */
  title: string;
  spawn(): Worker;
  /** See `SupervisedWorkerSpec`. */
  silenceMs?: number;
  /** Where it runs, if not where everything does. */
  kind?(): DeviceKind;
  /** What happens when its worker died, as a sentence. */
  afterDeath: string;
  load(client: WorkerClient<C, DeviceLost>, device: DeviceKind): Promise<{ device: Device }>;
  /** What the worker held is gone, whether it died or was replaced. */
  onLost(cause: LossCause): void;
}

/** A kept worker that runs on a device: it says what happens to it, and leaves a GPU that fails. */
export function superviseModelWorker<C extends CallMap>(
  { store, assets, device }: EngineContext,
  statuses: DeviceStatuses,
  {
    part,
    title,
    spawn,
    silenceMs,
    kind = () => device.kind,
    afterDeath,
    load,
    onLost,
  }: ModelWorkerSpec<C>,
): ModelWorker<C> {
  const say = (severity: 'note' | 'error', text: string | Notice, action: 'retry' | null = null) =>
    store.getState().say({ severity, subject: title, text, action });
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
      if (gaveUp !== null) store.getState().dismiss(gaveUp);
      gaveUp = null;
    },
    endedBy: ({ message }) => message,
    onLost(cause, reason) {
      if (cause === 'died') {
        say('error', `${title} stopped: ${sentence(reason)} ${afterDeath}`);
      } else if (cause === 'news') {
        device.gpuLost(part);
        say('error', `${title} lost the graphics device: ${sentence(reason)} ${whatNext(device)}`);
      }
      onLost(cause);
    },
    onStartFailed(error) {
      if (running !== 'webgpu' || error instanceof AssetError) return;
      device.gpuFailedToStart();
      say('error', { code: 'webgpu-not-started', failure: failureOf(error) });
    },
    isFinal: (error) => error instanceof AssetError,
    onGaveUp(failure) {
      assets.doubt();
      statuses.set(part, { kind: 'failed', failure });
      gaveUp = say('error', { code: 'worker-gave-up', part, failure }, 'retry');
    },
  });
}

/** What is said after a failure of the GPU. */
export function whatNext(device: DeviceChoice): string {
  return device.kind === 'webgpu'
    ? 'It starts again and carries on where it was.'
    : 'From now on WebAssembly is used; everything carries on where it was.';
}

/** `text` with a full stop, if it ends without. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}
