import { WorkerClient } from '../src/bridge/client';
import type { DeviceKind } from '../src/runtime/device';
import type { LabCalls } from './lab-api';
import type { StudyCalls } from './study-api';

/**
 * A page that starts one fresh worker per device and number of threads (the runtime can be set up
 * only once in a worker). Driven from outside through `window.lab`.
 */
const lab = {
  async open(device: DeviceKind, threads: number) {
    const worker = new Worker(new URL('./lab-worker.ts', import.meta.url), { type: 'module' });
    const client = new WorkerClient<LabCalls>(worker, { silenceMs: 600_000 });
    await client.call('load', { device, threads });
    return client;
  },

  /** A worker of `study-worker.ts`, nothing loaded yet. */
  openStudy() {
    const worker = new Worker(new URL('./study-worker.ts', import.meta.url), { type: 'module' });
    return new WorkerClient<StudyCalls>(worker, { silenceMs: 600_000 });
  },
};

declare global {
  interface Window {
    lab: typeof lab;
    /** The worker that the driver has opened last. */
    client: ReturnType<typeof lab.open>;
    study: ReturnType<typeof lab.openStudy>;
  }
}
window.lab = lab;
