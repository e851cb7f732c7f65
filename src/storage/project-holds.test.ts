import { expect, test, vi } from 'vitest';
import { ProjectHolds, type TabChannel } from './project-holds';

/** Channels of one browser: each hears what the others say. */
function channels() {
  const all: { listener: ((event: MessageEvent) => void) | null }[] = [];
  return (): TabChannel => {
    const own: (typeof all)[number] = { listener: null };
    all.push(own);
    return {
      addEventListener: (_kind, listener) => {
        own.listener = listener;
      },
      postMessage(data) {
        for (const other of all) {
          if (other !== own) queueMicrotask(() => other.listener?.({ data } as MessageEvent));
        }
      },
    };
  };
}

/** Web Locks, as far as they are used. */
function locks(): Pick<LockManager, 'request'> {
  const held = new Map<string, (error: Error) => void>();
  const request = async (
    name: string,
    options: LockOptions,
    callback: LockGrantedCallback<unknown>,
  ): Promise<unknown> => {
    const holder = held.get(name);
    if (holder && options.steal) holder(new DOMException('Stolen.', 'AbortError'));
    else if (holder && options.ifAvailable) return callback(null);
    else if (holder) throw new DOMException('Timed out.', 'TimeoutError');
    return new Promise((resolve, reject) => {
      const lose = (error: Error) => {
        held.delete(name);
        reject(error);
      };
      held.set(name, lose);
      void Promise.resolve(callback({ name, mode: 'exclusive' })).then(() => {
        if (held.get(name) === lose) held.delete(name);
        resolve(null);
      });
    });
  };
  return { request: request as LockManager['request'] };
}

function browser(withLocks: boolean) {
  const channel = channels();
  const shared = withLocks ? locks() : null;
  let tabs = 0;
  return (onTaken: (mayWrite: boolean) => Promise<void> = async () => undefined) => {
    tabs += 1;
    return new ProjectHolds({ tabId: `tab ${tabs}`, channel: channel(), locks: shared }, onTaken);
  };
}

test.each([
  ['with locks', true],
  ['on plain HTTP', false],
])('%s one tab holds a project, and the next gets it when it lets go', async (_, withLocks) => {
  const tab = browser(withLocks);
  const [first, second] = [tab(), tab()];
  expect(first.certain).toBe(withLocks);
  expect(await first.hold(1)).toBe(true);
  expect(await first.hold(1)).toBe(true);
  expect(await second.hold(1)).toBe(false);
  expect(await second.hold(2)).toBe(true);
  first.letGo();
  await vi.waitFor(async () => expect(await second.hold(1)).toBe(true));
  // A tab holds one project at a time.
  await vi.waitFor(async () => expect(await first.hold(2)).toBe(true));
});

test.each([
  ['with locks', true],
  ['on plain HTTP', false],
])('%s a project is taken over once its tab has written what it had to', async (_, withLocks) => {
  const tab = browser(withLocks);
  const log: string[] = [];
  const first = tab(async (mayWrite) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    log.push(`written: ${mayWrite}`);
  });
  const second = tab();
  await first.hold(1);
  await second.take(1);
  log.push('taken');
  expect(log).toEqual(['written: true', 'taken']);
  expect(await first.hold(1)).toBe(false);
});

test('from a tab that does not answer a project is taken all the same; it hears so later', async () => {
  vi.useFakeTimers();
  try {
    const shared = locks();
    const heard: boolean[] = [];
    const frozen = new ProjectHolds(
      { tabId: 'frozen', channel: null, locks: shared },
      async (mayWrite) => void heard.push(mayWrite),
    );
    const awake = new ProjectHolds(
      { tabId: 'awake', channel: channels()(), locks: shared },
      async () => undefined,
    );
    await frozen.hold(1);
    const taken = awake.take(1);
    await vi.advanceTimersByTimeAsync(5000);
    await taken;
    expect(heard).toEqual([false]);
    expect(await frozen.hold(1)).toBe(false);
  } finally {
    vi.useRealTimers();
  }
});

test('where tabs can’t speak to each other every project is free', async () => {
  const alone = new ProjectHolds({ tabId: 'a', channel: null, locks: null }, async () => undefined);
  expect(alone.certain).toBe(false);
  expect(await alone.hold(3)).toBe(true);
});
