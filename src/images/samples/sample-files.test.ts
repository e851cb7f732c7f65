import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SampleFiles } from './sample-files';

const fetched = vi.fn<(url: string) => Promise<Response>>();
const picture = () =>
  Promise.resolve(new Response('x', { headers: { 'content-type': 'image/webp' } }));

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('document', { baseURI: 'http://here.example/' });
});
afterEach(() => vi.unstubAllGlobals());

test('a file is fetched once', async () => {
  fetched.mockImplementation(picture);
  const files = new SampleFiles();
  expect(await files.load('a.webp')).toBe(await files.load('a.webp'));
  expect(fetched).toHaveBeenCalledTimes(1);
});

test('a failure is told apart, and not kept', async () => {
  const files = new SampleFiles();
  const failure = (expected: object) =>
    expect(files.load('a.webp')).rejects.toMatchObject({ failure: expected });
  fetched.mockRejectedValueOnce(new TypeError('offline'));
  await failure({ code: 'sample-server-silent' });
  fetched.mockResolvedValueOnce(new Response(null, { status: 503 }));
  await failure({ code: 'sample-refused', file: 'a.webp', status: 503 });
  fetched.mockResolvedValueOnce(
    new Response('<html>', { headers: { 'content-type': 'text/html' } }),
  );
  await failure({ code: 'sample-missing', file: 'a.webp' });
  fetched.mockImplementation(picture);
  await expect(files.load('a.webp')).resolves.toBeInstanceOf(Blob);
});
