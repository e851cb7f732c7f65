import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAppStore } from '../../state/store';
import { FakeWorker } from '../../testing/test-worker';
import type { TrainerCalls } from '../../training/api';
import { createNotices } from '../notices';
import { DeviceChoice } from './device-choice';
import { DeviceStatuses } from './device-status';
import { superviseTrainer } from './trainer';

let workers: FakeWorker<TrainerCalls>[];
let store: ReturnType<typeof createAppStore>;
let device: DeviceChoice;

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  store = createAppStore();
  device = new DeviceChoice();
});
afterEach(() => {
  vi.useRealTimers();
});

function start() {
  const context = {
    assets: { doubt: () => undefined },
    device,
    statuses: new DeviceStatuses(store),
    notices: createNotices(store),
  };
  const { worker } = superviseTrainer(context, {
    spawn() {
      const fake = new FakeWorker<TrainerCalls>();
      workers.push(fake);
      return fake.worker;
    },
    threads: 1,
    runtimeFiles: async () => ({ mjs: '', wasm: '' }),
    onLost: () => undefined,
  });
  worker.start();
  return worker;
}

const said = () => store.getState().messages.map(({ what }) => what);

test('a worker that answers every ping and never starts is given up once, and can be tried again', async () => {
  const worker = start();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(said()).toEqual([]);
  await vi.advanceTimersByTimeAsync(2000);
  const failure = { code: 'start-silent', seconds: 60 };
  expect(said()).toEqual([{ code: 'gave-up', part: 'trainer', failure }]);
  expect(store.getState().deviceStatus).toEqual({ kind: 'failed', reason: failure });
  expect(workers.map(({ ended }) => ended)).toEqual([true]);

  worker.start();
  await vi.advanceTimersByTimeAsync(0);
  workers[1]?.last('load').answer({ device: { kind: 'wasm', threads: 1 } });
  await vi.advanceTimersByTimeAsync(0);
  expect(worker.inUse).not.toBeNull();
  expect(said()).toEqual([]);
});

test('on a graphics device that never starts it goes on with WebAssembly', async () => {
  device.adapter = 'real';
  const worker = start();
  await vi.advanceTimersByTimeAsync(61_000);
  expect(said()).toMatchObject([{ code: 'webgpu-not-started', failure: { code: 'start-silent' } }]);
  expect(workers).toHaveLength(2);
  expect(workers[1]?.asked('load')).toMatchObject([{ device: 'wasm' }]);
  workers[1]?.last('load').answer({ device: { kind: 'wasm', threads: 1 } });
  await vi.advanceTimersByTimeAsync(0);
  expect(worker.inUse).not.toBeNull();
});
