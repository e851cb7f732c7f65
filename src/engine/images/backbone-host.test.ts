import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAppStore } from '../../state/store';
import { createNotices } from '../notices';
import type { Assets } from '../workers/assets';
import { DeviceChoice } from '../workers/device-choice';
import { DeviceStatuses } from '../workers/device-status';
import { createBackboneHost } from './backbone-host';

/** Answers what it is told to, and nothing else. */
class SilentWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  private id = 0;
  postMessage(message: { kind: string; id: number }): void {
    if (message.kind === 'call') this.id = message.id;
  }
  answer(value: unknown): void {
    this.onmessage?.({ data: { kind: 'result', id: this.id, value } });
  }
  terminate(): void {}
}

let workers: SilentWorker[];

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
});
afterEach(() => {
  vi.useRealTimers();
});

test('a model that its trial gave a minute for one image gets that minute in use, too', async () => {
  const store = createAppStore();
  const files = { graph: new Blob(), data: [] };
  // Of the assets only these.
  const assets = {
    runtimeFiles: async () => ({ mjs: '', wasm: '' }),
    model: async () => ({ kind: 'ready', model: files, hash: '', fetched: false, keeping: 'kept' }),
    doubt: () => undefined,
  } as unknown as Assets;
  const context = {
    assets,
    device: new DeviceChoice(),
    statuses: new DeviceStatuses(store),
    notices: createNotices(store),
  };
  const { worker } = createBackboneHost(context, {
    spawn() {
      const worker = new SilentWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    threads: 1,
    assets,
    inUse: () => store.getState(),
  });
  worker.start();
  await vi.advanceTimersByTimeAsync(0);
  workers[0]?.answer({ device: { kind: 'wasm', threads: 1 } });
  const client = await worker.whenReady();
  const tokens = client.call('extract', { crop: new Blob() });
  await vi.advanceTimersByTimeAsync(55_000);
  workers[0]?.answer('tokens');
  expect(await tokens).toBe('tokens');
  expect(workers).toHaveLength(1);
});
