import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchInTime } from './fetch-in-time';

const ADDRESS = 'https://page.example/file';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a file comes whole, with its type', async () => {
  const headers = { 'content-type': 'image/webp' };
  vi.stubGlobal('fetch', async () => new Response('picture', { headers }));
  const { response, file } = await fetchInTime(ADDRESS);
  expect([response.ok, file.type, await file.text()]).toEqual([true, 'image/webp', 'picture']);
});

test('a server that never answers, or stops in the middle, is given up and hung up on', async () => {
  for (const answer of [
    () => new Promise<Response>(() => undefined),
    async () =>
      new Response(new ReadableStream({ start: (body) => body.enqueue(new Uint8Array(3)) })),
  ]) {
    let signal: AbortSignal | null | undefined;
    vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
      signal = init.signal;
      return answer();
    });
    const failed = expect(fetchInTime(ADDRESS)).rejects.toMatchObject({
      failure: { code: 'no-answer' },
    });
    await vi.advanceTimersByTimeAsync(46_000);
    await failed;
    expect(signal?.aborted).toBe(true);
  }
});

test('a slow one has as long as something comes', async () => {
  vi.stubGlobal('fetch', async () => {
    let pieces = 0;
    const pull = async (body: ReadableStreamDefaultController<Uint8Array>) => {
      await new Promise((resolve) => setTimeout(resolve, 30_000));
      if (pieces++ < 5) body.enqueue(new Uint8Array(2));
      else body.close();
    };
    return new Response(new ReadableStream({ pull }));
  });
  const coming = fetchInTime(ADDRESS);
  await vi.advanceTimersByTimeAsync(200_000);
  expect((await coming).file.size).toBe(10);
});
