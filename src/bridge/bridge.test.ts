import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WorkerClient, WorkerDied } from './client';
import { type CallContext, serve, transfer } from './host';
import type { Call } from './messages';

type Calls = {
  double: Call<number, number>;
  count: Call<{ to: number }, string, number>;
  fail: Call<string, null>;
  endless: Call<null, null>;
  fill: Call<{ length: number }, Float32Array>;
};

/** The page's end of a worker that lives in the same thread; messages are cloned as for a real one. */
class FakeWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  terminated = false;
  deaf = false;
  readonly moved: Transferable[] = [];

  postMessage(message: unknown, buffers: Transferable[] = []): void {
    this.moved.push(...buffers);
    const data = structuredClone(message, { transfer: buffers });
    queueMicrotask(() => {
      if (!this.deaf && !this.terminated) scope().onmessage?.({ data });
    });
  }

  terminate(): void {
    this.terminated = true;
  }
}

interface Scope {
  onmessage?: (event: { data: unknown }) => void;
  postMessage?: (message: unknown, buffers: Transferable[]) => void;
}
const scope = () => globalThis as unknown as Scope;

let worker: FakeWorker;
let context: CallContext<never> | null;
let emit: (event: { kind: 'news' }) => void;

beforeEach(() => {
  worker = new FakeWorker();
  context = null;
  vi.stubGlobal('postMessage', (message: unknown, buffers: Transferable[]) => {
    const data = structuredClone(message, { transfer: buffers });
    queueMicrotask(() => worker.terminated || worker.onmessage?.({ data }));
  });
  vi.stubGlobal('onmessage', null);
  const served = serve<Calls, { kind: 'news' }>({
    double: (value) => 2 * value,
    count({ to }, { progress }) {
      for (let step = 1; step <= to; step++) progress(step);
      return `counted to ${to}`;
    },
    fail(text) {
      throw new RangeError(text);
    },
    endless(_, given) {
      context = given;
      return new Promise(() => undefined);
    },
    fill({ length }) {
      const values = new Float32Array(length).fill(1);
      return transfer(values, [values.buffer]);
    },
  });
  emit = served.emit;
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

type Options = ConstructorParameters<typeof WorkerClient<Calls, { kind: 'news' }>>[1];
function client(options: Options = {}) {
  return new WorkerClient<Calls, { kind: 'news' }>(worker as unknown as Worker, options);
}

describe('a call', () => {
  test('answers, several at once', async () => {
    const page = client();
    expect(await Promise.all([page.call('double', 4), page.call('double', 5)])).toEqual([8, 10]);
    page.end();
  });

  test('reports progress before its result', async () => {
    const page = client();
    const steps: number[] = [];
    const result = await page.call('count', { to: 3 }, { onProgress: (step) => steps.push(step) });
    expect(steps).toEqual([1, 2, 3]);
    expect(result).toBe('counted to 3');
    page.end();
  });

  test("rejects with the worker's own error, and the next call still works", async () => {
    const page = client();
    await expect(page.call('fail', 'too long')).rejects.toMatchObject({
      name: 'RangeError',
      message: 'too long',
    });
    expect(await page.call('double', 1)).toBe(2);
    page.end();
  });

  test('moves buffers in both directions', async () => {
    const page = client();
    const buffer = new ArrayBuffer(8);
    await page.call('double', 1, { transfer: [buffer] });
    expect(buffer.byteLength).toBe(0);
    expect(await page.call('fill', { length: 2 })).toEqual(new Float32Array([1, 1]));
    page.end();
  });
});

describe('a call that cannot be sent', () => {
  const uncloneable = { to: (() => 3) as unknown as number };

  test('rejects, and the worker is not asked whether it lives on its account', async () => {
    vi.useFakeTimers();
    const onDeath = vi.fn();
    const page = client({ onDeath, silenceMs: 6000 });
    await expect(page.call('count', uncloneable)).rejects.toMatchObject({ name: 'DataCloneError' });
    worker.deaf = true;
    const posted = vi.spyOn(worker, 'postMessage');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(posted).not.toHaveBeenCalled();
    expect(onDeath).not.toHaveBeenCalled();
    page.end();
  });

  test('no longer listens to its signal', async () => {
    const page = client();
    const controller = new AbortController();
    const { signal } = controller;
    await expect(page.call('count', uncloneable, { signal })).rejects.toThrow();
    const posted = vi.spyOn(worker, 'postMessage');
    controller.abort();
    expect(posted).not.toHaveBeenCalled();
    page.end();
  });
});

describe('aborting', () => {
  test('rejects at once and tells the worker', async () => {
    const page = client();
    const controller = new AbortController();
    const call = page.call('endless', null, { signal: controller.signal });
    await vi.waitFor(() => expect(context).not.toBeNull());
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    await vi.waitFor(() => expect(context?.signal.aborted).toBe(true));
    page.end();
  });

  test('before the call means that it is never sent', async () => {
    const page = client();
    await expect(page.call('endless', null, { signal: AbortSignal.abort() })).rejects.toMatchObject(
      { name: 'AbortError' },
    );
    expect(context).toBeNull();
    page.end();
  });
});

describe('a worker that dies', () => {
  test('rejects every pending call, and says so once', async () => {
    const onDeath = vi.fn();
    const page = client({ onDeath });
    const calls = [page.call('endless', null), page.call('endless', null)];
    worker.onerror?.({ message: 'out of memory' });
    worker.onerror?.({ message: 'again' });
    for (const call of calls) {
      await expect(call).rejects.toMatchObject({ name: 'WorkerDied', onPurpose: false });
    }
    expect(onDeath.mock.calls).toEqual([[{ kind: 'script-failed', detail: 'out of memory' }]]);
    expect(worker.terminated).toBe(true);
    await expect(page.call('double', 1)).rejects.toBeInstanceOf(WorkerDied);
  });

  test('by falling silent while a call is pending is found out', async () => {
    vi.useFakeTimers();
    const onDeath = vi.fn();
    const page = client({ onDeath, silenceMs: 6000 });
    const call = page.call('endless', null);
    const outcome = expect(call).rejects.toBeInstanceOf(WorkerDied);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(onDeath).not.toHaveBeenCalled();
    worker.deaf = true;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(onDeath).toHaveBeenCalledWith({ kind: 'silent' });
    await outcome;
  });

  test('one late heartbeat, after a sleep say, is no death', async () => {
    vi.useFakeTimers();
    const onDeath = vi.fn();
    const page = client({ onDeath, silenceMs: 6000 });
    page.call('endless', null).catch(() => undefined);
    vi.setSystemTime(Date.now() + 3_600_000);
    await vi.advanceTimersByTimeAsync(4000);
    expect(onDeath).not.toHaveBeenCalled();
    page.end();
  });

  test('on purpose is told apart, and is nobody’s news', async () => {
    const onDeath = vi.fn();
    const page = client({ onDeath });
    const call = page.call('endless', null);
    page.end();
    await expect(call).rejects.toMatchObject({ name: 'WorkerDied', onPurpose: true });
    expect(onDeath).not.toHaveBeenCalled();
  });
});

test('news that nobody asked for arrives', async () => {
  const onEvent = vi.fn();
  const page = client({ onEvent });
  emit({ kind: 'news' });
  await vi.waitFor(() => expect(onEvent).toHaveBeenCalledWith({ kind: 'news' }));
  page.end();
});
