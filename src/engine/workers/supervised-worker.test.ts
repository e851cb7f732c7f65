import { beforeEach, expect, test, vi } from 'vitest';
import type { Call } from '../../bridge/messages';
import { failureText } from '../../messages/en/failures';
import { SupervisedWorker } from './supervised-worker';

type Calls = { load: Call<null, string> };

/** Loads when told, dies when told. */
class FakeWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  private id = 0;
  postMessage(message: { kind: string; id: number }): void {
    if (message.kind === 'call') this.id = message.id;
  }
  answer(value: string): void {
    this.onmessage?.({ data: { kind: 'result', id: this.id, value } });
  }
  refuse(message: string): void {
    this.onmessage?.({ data: { kind: 'error', id: this.id, name: 'Error', message } });
  }
  tell(value: string): void {
    this.onmessage?.({ data: { kind: 'event', value } });
  }
  terminate(): void {}
}

let workers: FakeWorker[];
let log: string[];
let kept: SupervisedWorker<Calls, string, string>;

beforeEach(() => {
  workers = [];
  log = [];
  kept = new SupervisedWorker<Calls, string, string>({
    spawn() {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    load: (client) => client.call('load', null),
    onReady: (loaded) => log.push(`ready ${loaded}`),
    onLost: (cause, failure) => log.push(`lost, ${cause}: ${failureText(failure)}`),
    onStartFailed: ({ message }) => log.push(`start failed: ${message}`),
    onGaveUp: (failure) => log.push(`gave up: ${failureText(failure)}`),
    endedBy: (event) => (event === 'device lost' ? { code: 'unexpected', detail: event } : null),
  });
  kept.start();
});

const last = () => workers.at(-1) as FakeWorker;
const untilLogged = (line: string) => vi.waitFor(() => expect(log.at(-1)).toBe(line));

test('whoever waits gets the worker once it is loaded', async () => {
  const ready = kept.whenReady();
  expect(kept.inUse).toBeNull();
  last().answer('one');
  expect(await ready).toBe(kept.inUse);
  expect(log).toEqual(['ready one']);
});

test('a worker that dies is replaced by a fresh one', async () => {
  last().answer('one');
  await untilLogged('ready one');
  last().onerror?.({ message: 'boom' });
  expect(log.at(-1)).toBe('lost, died: The worker died: boom.');
  expect(kept.inUse).toBeNull();
  last().answer('two');
  await untilLogged('ready two');
  expect(workers).toHaveLength(2);
});

test('news that ends it replaces it; other news, and news of an old one, do not', async () => {
  last().answer('one');
  await untilLogged('ready one');
  const old = last();
  old.tell('something else');
  expect(log).toEqual(['ready one']);
  old.tell('device lost');
  expect(log.at(-1)).toBe('lost, event: device lost.');
  old.tell('device lost');
  expect(workers).toHaveLength(2);
});

test('three starts that fail in a row are enough, until somebody asks again', async () => {
  for (const count of [1, 2, 3]) {
    last().refuse('no model');
    await vi.waitFor(() =>
      expect(log.filter((line) => line.startsWith('start'))).toHaveLength(count),
    );
  }
  expect(log.at(-1)).toBe('gave up: no model.');
  expect(workers).toHaveLength(3);
  kept.start();
  last().answer('four');
  await untilLogged('ready four');
});

test('another takes the place of the one in use only when it is loaded', async () => {
  last().answer('one');
  const first = await kept.whenReady();
  const exchange = kept.exchange(
    (client) => client.call('load', null),
    () => log.push(`arrived, in use: ${kept.inUse !== null}`),
    new AbortController().signal,
  );
  expect(kept.inUse).toBe(first);
  last().answer('two');
  await exchange;
  expect(kept.inUse).not.toBe(first);
  expect(log).toEqual(['ready one', 'arrived, in use: false', 'ready two']);
});

test('one that does not load, or is no longer wanted, leaves the one in use', async () => {
  last().answer('one');
  const first = await kept.whenReady();
  const exchange = (signal: AbortSignal) =>
    kept.exchange(
      (client) => client.call('load', null),
      () => log.push('arrived'),
      signal,
    );
  const refused = exchange(new AbortController().signal);
  last().refuse('no such operator');
  await expect(refused).rejects.toThrow('no such operator');
  const controller = new AbortController();
  const cancelled = exchange(controller.signal);
  controller.abort();
  await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
  expect(kept.inUse).toBe(first);
  expect(log).toEqual(['ready one']);
});
