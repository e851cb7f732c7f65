import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Hub, type HubMode, startHub } from '../../../e2e/fixtures/hub';
import { onnxOutline } from '../../../e2e/fixtures/outline';
import type { FailureCode } from '../../vocabulary/failures';
import { type DownloadRequest, download } from './download';
import type { DownloadProgress } from './pace';

const MODEL = onnxOutline(2_000_000);
const HASH = createHash('sha256').update(MODEL).digest('hex');
const PATH = 'owner/name/resolve/main/onnx/model.onnx';
const WEIGHTS = `${PATH}_data`;

let hub: Hub;
beforeAll(async () => {
  hub = await startHub(
    new Map([
      [PATH, MODEL],
      [WEIGHTS, MODEL],
    ]),
  );
});
beforeEach(() => {
  hub.answer(PATH, 'normal');
  hub.answer(WEIGHTS, 'normal');
});
afterAll(() => hub.close());

/** All that a catalogue can know of the file. */
function known(changes: Partial<DownloadRequest> = {}): DownloadRequest {
  return {
    url: `${hub.origin}/${PATH}`,
    name: 'name/model.onnx',
    content: 'graph',
    size: { bytes: MODEL.length, exact: true },
    expected: { sha256: HASH, from: 'catalogue' },
    fromPage: false,
    ...changes,
  };
}

/** A file that a person pasted the address of. */
function unknown(changes: Partial<DownloadRequest> = {}): DownloadRequest {
  return known({ size: null, expected: null, ...changes });
}

test('a whole file comes with its hash and its progress', async () => {
  const seen: DownloadProgress[] = [];
  const outcome = await download(known(), { onProgress: (progress) => seen.push(progress) });
  expect(outcome).toMatchObject({ kind: 'whole', sha256: HASH });
  if (outcome.kind !== 'whole') return;
  expect(Buffer.from(await outcome.file.arrayBuffer()).equals(MODEL)).toBe(true);
  expect(seen.at(-1)).toMatchObject({ loaded: MODEL.length, total: MODEL.length });
});

test('the request is a plain one that says nothing of who asks', async () => {
  await download(known());
  const request = hub.requests.at(-1);
  expect(request).toMatchObject({ method: 'GET', path: PATH });
  expect(request?.range).toBeUndefined();
  expect(request?.referer).toBeUndefined();
});

test.each<[HubMode]>([['redirect'], ['no-length'], ['slow']])(
  'a hub that answers with "%s" is as good as any',
  async (mode) => {
    hub.answer(PATH, mode);
    const seen: DownloadProgress[] = [];
    const outcome = await download(unknown(), { onProgress: (progress) => seen.push(progress) });
    expect(outcome).toMatchObject({ kind: 'whole', sha256: HASH });
    if (mode === 'no-length') expect(seen.at(-1)).toMatchObject({ total: null, secondsLeft: null });
    if (mode === 'slow') expect(seen.at(-1)?.bytesPerSecond).toBeGreaterThan(0);
  },
);

describe.each([
  ['known', known],
  ['unknown', unknown],
] as const)('a file that is %s to the catalogue', (_, request) => {
  test.each<[HubMode, FailureCode, object]>([
    ['break-at-half', 'download-broke', { loaded: MODEL.length / 2, total: MODEL.length }],
    ['break-unannounced', 'download-broke', { loaded: MODEL.length / 2 }],
    ['silent-at-half', 'download-broke', { loaded: MODEL.length / 2, total: MODEL.length }],
    ['not-found', 'model-not-found', { status: 404 }],
    ['gated', 'model-gated', { status: 403 }],
    ['failing', 'model-refused', { status: 503 }],
    ['html', 'download-no-model', { found: 'web-page' }],
    ['offline', 'model-unreachable', { offline: false }],
  ])('ends %s as %s, and comes whole when asked for again', async (mode, code, facts) => {
    hub.answer(PATH, mode);
    const { host } = new URL(hub.origin);
    const ofHost = code === 'download-broke' ? {} : { host };
    expect(await download(request(), { silenceMs: 300 })).toMatchObject({
      kind: 'failed',
      failure: { code, file: 'name/model.onnx', ...ofHost, ...facts },
    });
    hub.answer(PATH, 'normal');
    expect(await download(request())).toMatchObject({ kind: 'whole', sha256: HASH });
  });
});

describe('bytes that are not the expected ones', () => {
  test('differ from the catalogue', async () => {
    hub.answer(PATH, 'wrong-bytes');
    expect(await download(known())).toMatchObject({
      failure: { code: 'model-wrong-hash' },
    });
  });

  test('differ from what came the first time', async () => {
    hub.answer(PATH, 'wrong-bytes');
    const request = unknown({ expected: { sha256: HASH, from: 'first-download' } });
    expect(await download(request)).toMatchObject({
      failure: { code: 'model-changed' },
    });
  });

  test('are too few or too many, which shows before they have all come', async () => {
    const seen: DownloadProgress[] = [];
    const outcome = await download(known({ size: { bytes: 1_500_000, exact: true } }), {
      onProgress: (progress) => seen.push(progress),
    });
    expect(outcome).toMatchObject({
      failure: { code: 'model-wrong-size', expected: 1_500_000, found: MODEL.length },
    });
    expect(seen).toEqual([]);
  });

  test('go on after the expected end, where no length was announced', async () => {
    hub.answer(PATH, 'no-length');
    const request = known({ size: { bytes: 1_500_000, exact: true } });
    expect(await download(request)).toMatchObject({
      failure: { code: 'model-wrong-size', expected: 1_500_000, found: null },
    });
  });

  test('may differ by what rounding takes, and by no more', async () => {
    const rounded = (bytes: number) => known({ size: { bytes, exact: false } });
    expect(await download(rounded(2_050_000))).toMatchObject({ kind: 'whole' });
    expect(await download(rounded(4_000_000))).toMatchObject({
      failure: { code: 'model-wrong-size' },
    });
  });
});

describe('weights beside a graph', () => {
  const weights = (changes = {}) =>
    unknown({ url: `${hub.origin}/${WEIGHTS}`, content: 'weights', ...changes });

  test('are bytes of any kind, but no page', async () => {
    hub.put(WEIGHTS, new Uint8Array([1, 2, 3]));
    expect(await download(weights())).toMatchObject({ kind: 'whole' });
    hub.answer(WEIGHTS, 'html');
    expect(await download(weights())).toMatchObject({
      failure: { code: 'download-no-model' },
    });
  });

  test('that end early are found out by their size alone', async () => {
    hub.put(WEIGHTS, MODEL);
    hub.answer(WEIGHTS, 'break-unannounced');
    const size = { bytes: MODEL.length, exact: false };
    expect(await download(weights({ size }))).toMatchObject({
      failure: { code: 'download-broke' },
    });
  });
});

test('what is no model, or nothing, is named as that', async () => {
  hub.put('a/b/resolve/main/x.onnx', new TextEncoder().encode('{"error":"no"}'));
  hub.put('a/b/resolve/main/empty.onnx', new Uint8Array());
  const text = await download(unknown({ url: `${hub.origin}/a/b/resolve/main/x.onnx` }));
  expect(text).toMatchObject({ failure: { code: 'download-no-model', found: 'not-onnx' } });
  const empty = await download(unknown({ url: `${hub.origin}/a/b/resolve/main/empty.onnx` }));
  expect(empty).toMatchObject({ failure: { code: 'download-no-model', found: 'empty' } });
});

test('cancelling ends it at once, and asking again brings all of it', async () => {
  hub.answer(PATH, 'slow');
  const controller = new AbortController();
  const running = download(known(), {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  hub.answer(PATH, 'normal');
  expect(await download(known())).toMatchObject({ kind: 'whole' });
});
