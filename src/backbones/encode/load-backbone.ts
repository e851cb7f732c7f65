import type { WorkerClient } from '../../bridge/client';
import { startInTime } from '../../bridge/start-in-time';
import type { Device } from '../../runtime/device';
import type { BackboneCalls, BackboneEvent } from './api';
import { LOAD_LIMIT_MS, RUNTIME_LIMIT_MS } from './patience';

/**
 * Loads a backbone in a fresh worker, which is ended when that gets stuck.
 * @throws `start-silent` then, else the worker's error; `AbortError` when `signal` aborts.
 */
export function loadBackbone(
  client: WorkerClient<BackboneCalls, BackboneEvent>,
  args: BackboneCalls['load']['args'],
  signal?: AbortSignal,
): Promise<{ device: Device }> {
  return startInTime(client, RUNTIME_LIMIT_MS, (heard) =>
    client.call('load', args, { signal, onProgress: () => heard(LOAD_LIMIT_MS) }),
  );
}
