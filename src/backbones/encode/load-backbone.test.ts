import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WorkerClient } from '../../bridge/client';
import { FakeWorker } from '../../testing/test-worker';
import type { BackboneCalls, BackboneEvent } from './api';
import { loadBackbone } from './load-backbone';

let fake: FakeWorker<BackboneCalls>;
let ended: ReturnType<typeof vi.fn<(error: unknown) => void>>;

beforeEach(() => {
  vi.useFakeTimers();
  fake = new FakeWorker();
  ended = vi.fn();
  const client = new WorkerClient<BackboneCalls, BackboneEvent>(fake.worker, { silenceMs: 1e9 });
  loadBackbone(client, {} as BackboneCalls['load']['args']).catch(ended);
});
afterEach(() => {
  vi.useRealTimers();
});

test('a runtime that is never there is given up after a minute', async () => {
  await vi.advanceTimersByTimeAsync(61_000);
  expect(ended).toHaveBeenCalledWith(
    expect.objectContaining({ failure: { code: 'start-silent', seconds: 60 } }),
  );
  expect(fake.ended).toBe(true);
});

test('a large model has its own time once the runtime is there', async () => {
  await vi.advanceTimersByTimeAsync(55_000);
  fake.last('load').progress('runtime-loaded');
  await vi.advanceTimersByTimeAsync(115_000);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(6000);
  expect(ended).toHaveBeenCalledWith(
    expect.objectContaining({ failure: { code: 'start-silent', seconds: 120 } }),
  );
});
