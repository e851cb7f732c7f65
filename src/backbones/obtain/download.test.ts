import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Hub, type HubMode, startHub } from '../../../e2e/fixtures/hub';
import { onnxOutline } from '../../../e2e/fixtures/outline';
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
  test.each<[HubMode, string, RegExp]>([
    [
      'break-at-half',
      'broken-off',
      /broke after 1\.0 MB of 2\.0 MB of name\/model\.onnx.*beginning/,
    ],
    [
      'break-unannounced',
      'broken-off',
      /broke after 1\.0 .*asking again starts from the beginning/,
    ],
    ['silent-at-half', 'broken-off', /broke after 1\.0 MB of 2\.0 MB.*beginning/],
    ['not-found', 'not-found', /name\/model\.onnx was not found on 127.*404.*Check its name/],
    ['gated', 'gated', /people whom .* knows \(403\).*Download the file there yourself/],
    ['failing', 'refused', /answered 503\. Ask again later/],
    ['html', 'not-a-model', /In place of name\/model\.onnx, 127.* sent a web page/],
    ['offline', 'unreachable', /127\.0\.0\.1:\d+ did not answer.*ask again/],
  ])('ends %s as %s, and comes whole when asked for again', async (mode, reason, sentence) => {
    hub.answer(PATH, mode);
    const outcome = await download(request(), { silenceMs: 300 });
    expect(outcome).toMatchObject({ kind: 'failed', reason });
    expect(outcome).toMatchObject({ text: expect.stringMatching(sentence) });
    hub.answer(PATH, 'normal');
    expect(await download(request())).toMatchObject({ kind: 'whole', sha256: HASH });
  });
});

describe('bytes that are not the expected ones', () => {
  test('differ from the catalogue', async () => {
    hub.answer(PATH, 'wrong-bytes');
    expect(await download(known())).toMatchObject({
      reason: 'wrong-hash',
      text: expect.stringMatching(/not the file that the catalogue names.*not used/),
    });
  });

  test('differ from what came the first time', async () => {
    hub.answer(PATH, 'wrong-bytes');
    const request = unknown({ expected: { sha256: HASH, from: 'first-download' } });
    expect(await download(request)).toMatchObject({
      reason: 'changed',
      text: expect.stringMatching(/the first time.*forget the first one/),
    });
  });

  test('are too few or too many, which shows before they have all come', async () => {
    const seen: DownloadProgress[] = [];
    const outcome = await download(known({ size: { bytes: 1_500_000, exact: true } }), {
      onProgress: (progress) => seen.push(progress),
    });
    expect(outcome).toMatchObject({
      reason: 'wrong-size',
      text: expect.stringMatching(/has 2\.0 MB where the catalogue says 1\.5 MB/),
    });
    expect(seen).toEqual([]);
  });

  test('go on after the expected end, where no length was announced', async () => {
    hub.answer(PATH, 'no-length');
    const request = known({ size: { bytes: 1_500_000, exact: true } });
    expect(await download(request)).toMatchObject({
      reason: 'wrong-size',
      text: expect.stringMatching(/more bytes where the catalogue says 1\.5 MB/),
    });
  });

  test('may differ by what rounding takes, and by no more', async () => {
    const rounded = (bytes: number) => known({ size: { bytes, exact: false } });
    expect(await download(rounded(2_050_000))).toMatchObject({ kind: 'whole' });
    expect(await download(rounded(4_000_000))).toMatchObject({ reason: 'wrong-size' });
  });
});

describe('weights beside a graph', () => {
  const weights = (changes = {}) =>
    unknown({ url: `${hub.origin}/${WEIGHTS}`, content: 'weights', ...changes });

  test('are bytes of any kind, but no page', async () => {
    hub.put(WEIGHTS, new Uint8Array([1, 2, 3]));
    expect(await download(weights())).toMatchObject({ kind: 'whole' });
    hub.answer(WEIGHTS, 'html');
    expect(await download(weights())).toMatchObject({ reason: 'not-a-model' });
  });

  test('that end early are found out by their size alone', async () => {
    hub.put(WEIGHTS, MODEL);
    hub.answer(WEIGHTS, 'break-unannounced');
    const size = { bytes: MODEL.length, exact: false };
    expect(await download(weights({ size }))).toMatchObject({ reason: 'broken-off' });
  });
});

test('what is no model, or nothing, is named as that', async () => {
  hub.put('a/b/resolve/main/x.onnx', new TextEncoder().encode('{"error":"no"}'));
  hub.put('a/b/resolve/main/empty.onnx', new Uint8Array());
  const text = await download(unknown({ url: `${hub.origin}/a/b/resolve/main/x.onnx` }));
  expect(text).toMatchObject({ text: expect.stringMatching(/something that is no ONNX model/) });
  const empty = await download(unknown({ url: `${hub.origin}/a/b/resolve/main/empty.onnx` }));
  expect(empty).toMatchObject({ text: expect.stringMatching(/an empty file/) });
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
