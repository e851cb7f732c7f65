import { afterEach, expect, test, vi } from 'vitest';
import { fetchModel } from './fetch-model';

const ONNX_START = [0x08, 0x08, 0x12, 0x00];

afterEach(() => vi.unstubAllGlobals());

function serve(body: BodyInit | null, init?: ResponseInit) {
  vi.stubGlobal('fetch', async () => new Response(body, init));
}

test('gives back the bytes and counts them', async () => {
  serve(new Uint8Array(ONNX_START), { headers: { 'content-length': '4' } });
  const seen: number[] = [];
  const bytes = await fetchModel('models/a/model.onnx', 99, {
    onProgress: ({ loaded, total }) => seen.push(loaded, total),
  });
  expect([...bytes]).toEqual(ONNX_START);
  expect(seen).toEqual([4, 4]);
});

test('a compressed body counts towards the expected size', async () => {
  serve(new Uint8Array(ONNX_START), {
    headers: { 'content-length': '2', 'content-encoding': 'gzip' },
  });
  const totals: number[] = [];
  await fetchModel('model.onnx', 99, { onProgress: ({ total }) => totals.push(total) });
  expect(totals).toEqual([99]);
});

test('says that a file is missing, by its name', async () => {
  serve('nothing here', { status: 404 });
  await expect(fetchModel('https://x.org/models/tiny/model.onnx', 1)).rejects.toThrow(
    /tiny\/model\.onnx was not found .*404/,
  );
});

test('says that a page came instead of a model', async () => {
  serve('<!doctype html><title>Hello</title>');
  await expect(fetchModel('model.onnx', 1)).rejects.toThrow(/not an ONNX model.*web page/);
});

test('says that a file is empty', async () => {
  serve(new Uint8Array(0));
  await expect(fetchModel('model.onnx', 1)).rejects.toThrow(/empty/);
});

test('says that the server did not answer', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(fetchModel('model.onnx', 1)).rejects.toThrow(/did not answer/);
});
