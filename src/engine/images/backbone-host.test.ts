import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAppStore } from '../../state/store';
import { testTrainer } from '../../testing/test-trainer';
import type { EngineContext } from '../context';
import { DeviceStatuses } from '../workers/device-status';
import { createBackbone } from './backbone-host';

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
  vi.stubGlobal(
    'Worker',
    class extends SilentWorker {
      constructor() {
        super();
        workers.push(this);
      }
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a model that its trial gave a minute for one image gets that minute in use, too', async () => {
  const store = createAppStore();
  const files = { graph: new Blob(), data: [] };
  // Of the engine's parts only these.
  const context = {
    store,
    assets: {
      runtimeFiles: async () => ({ mjs: '', wasm: '' }),
      model: async () => ({
        kind: 'ready',
        model: files,
        hash: '',
        fetched: false,
        keeping: 'kept',
      }),
    },
    device: { kind: 'wasm' },
    threads: 1,
    tokens: Promise.resolve(null),
  } as unknown as EngineContext;
  const { worker } = createBackbone(context, new DeviceStatuses(store), testTrainer().trainer);
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
