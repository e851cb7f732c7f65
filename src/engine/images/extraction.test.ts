import { beforeEach, expect, type Mock, test, vi } from 'vitest';
import { WorkerDied } from '../../bridge/client';
import { freshBlobs, type ImageBlobsById } from '../../state/image-blobs';
import type { AppState } from '../../state/slices/types';
import { type AppStore, createAppStore } from '../../state/store';
import { testImageCommands } from '../../testing/test-image-commands';
import { testImages } from '../../testing/test-images';
import type { Failure } from '../../vocabulary/failures';
import type { ImageTokens } from '../../vocabulary/images';
import { createNotices } from '../notices';
import { Extraction, type ExtractionParts } from './extraction';

const TOKENS: ImageTokens = { data: new Float32Array(1), prefixTokens: 0, patches: 1, width: 1 };

let store: AppStore;
let blobs: ImageBlobsById;
let extraction: Extraction;
let commands: ReturnType<typeof testImageCommands>;
let asked: string[];
/** Images that the backbone likes to be given at once. */
let atOnce: number;
/** Images whose tokens are kept from earlier. */
let cached: Set<string>;
/** What becomes of an image, by the text of its crop; it succeeds unless told otherwise. */
let fate: (name: string, time: number) => Promise<ImageTokens>;
type Told = Mock<(reason: Failure) => void>;
let parts: ExtractionParts & { onTrouble: Told; onHopeless: Told };

beforeEach(() => {
  blobs = new Map();
  store = createAppStore();
  asked = [];
  atOnce = 1;
  cached = new Set();
  fate = async () => TOKENS;
  const call = async (method: string, args: { crop: Blob; crops: readonly Blob[] }) => {
    if (method === 'bestBatch') return { images: atOnce };
    const names = await Promise.all((args?.crops ?? [args.crop]).map((crop) => crop.text()));
    const name = names.join('+');
    asked.push(name);
    const tokens = await fate(name, asked.filter((other) => other === name).length);
    return args.crops ? names.map(() => tokens) : tokens;
  };
  parts = {
    encoder: async () => ({ call }) as unknown as Awaited<ReturnType<ExtractionParts['encoder']>>,
    recall: async (imageIds) => new Set(imageIds.filter((id) => cached.has(id))),
    keep: async () => undefined,
    blamesDevice: () => false,
    onTrouble: vi.fn<(reason: Failure) => void>(),
    onHopeless: vi.fn<(reason: Failure) => void>(),
  };
  extraction = new Extraction(store, blobs, createNotices(store), parts);
  commands = testImageCommands(store, { blobs, wake: () => extraction.wake() });
});

/** Changes the store, and wakes the extraction as those who change it do. */
function change(patch: Partial<AppState> | ((state: AppState) => Partial<AppState>)): void {
  store.setState(patch);
  extraction.wake();
}

function addImages(...names: string[]): void {
  for (const name of names) {
    blobs.set(name, { ...freshBlobs(new Blob([name]), name), crop: new Blob([name]) });
  }
  change(({ images }) => ({
    classes: [{ id: 'a', name: 'a' }],
    images: [...images, ...testImages('a', names, 'waiting')],
  }));
}

const kinds = () => store.getState().images.map(({ status }) => status.kind);
const untilIdle = () =>
  vi.waitFor(() => expect(store.getState().extraction).toEqual({ kind: 'idle' }));

test('every image gets its tokens, in order, one at a time', async () => {
  addImages('1', '2', '3');
  expect(store.getState().extraction).toEqual({ kind: 'running', done: 0, total: 3 });
  await untilIdle();
  expect(asked).toEqual(['1', '2', '3']);
  expect(kinds()).toEqual(['ready', 'ready', 'ready']);
});

test('cancelling stops after the image at hand, resuming goes on with the next', async () => {
  fate = async (name) => {
    if (name === '1') commands.cancelExtraction();
    return TOKENS;
  };
  addImages('1', '2');
  await vi.waitFor(() => expect(kinds()).toEqual(['ready', 'waiting']));
  expect(store.getState().extraction).toEqual({ kind: 'cancelled', done: 1, total: 2 });
  commands.resumeExtraction();
  await untilIdle();
  expect(asked).toEqual(['1', '2']);
});

test('several go at once where the device gains from it, the last ones as they come', async () => {
  atOnce = 2;
  addImages('1', '2', '3');
  await untilIdle();
  expect(asked).toEqual(['1+2', '3']);
  expect(kinds()).toEqual(['ready', 'ready', 'ready']);
});

test('several that fail together are tried one by one, and the rest too', async () => {
  atOnce = 2;
  fate = async (name) => {
    if (name.includes('+')) throw new Error('Too much memory.');
    return TOKENS;
  };
  addImages('1', '2', '3');
  await untilIdle();
  expect(asked).toEqual(['1+2', '1', '2', '3']);
  expect(kinds()).toEqual(['ready', 'ready', 'ready']);
  expect(parts.onTrouble).not.toHaveBeenCalled();
});

test('an image whose worker was replaced is done again, without blame', async () => {
  fate = async (_, time) => {
    if (time <= 3) throw new WorkerDied({ code: 'worker-ended' });
    return TOKENS;
  };
  addImages('1');
  await untilIdle();
  expect(kinds()).toEqual(['ready']);
  expect(store.getState().messages).toEqual([]);
});

test('a bad image comes last the second time, then is set aside; the others go on', async () => {
  fate = async (name) => {
    if (name === 'bad') throw new Error('No tokens.');
    return TOKENS;
  };
  addImages('bad', '1', '2');
  await untilIdle();
  expect(asked).toEqual(['bad', '1', '2', 'bad']);
  expect(kinds()).toEqual(['failed', 'ready', 'ready']);
  expect(parts.onTrouble).toHaveBeenCalledTimes(1);
  expect(parts.onHopeless).not.toHaveBeenCalled();
  expect(store.getState().messages).toMatchObject([{ severity: 'error', subject: 'bad.png' }]);
});

test('a backbone that fails on one image after another is given up', async () => {
  fate = async () => {
    throw new Error('No tokens.');
  };
  parts.onHopeless.mockImplementation(() => commands.cancelExtraction());
  addImages('1', '2', '3', '4');
  await vi.waitFor(() =>
    expect(parts.onHopeless).toHaveBeenCalledWith({ code: 'unexpected', detail: 'No tokens.' }),
  );
  expect(asked).toEqual(['1', '2', '3']);
  expect(kinds()).toEqual(['waiting', 'waiting', 'waiting', 'waiting']);
});

test('an image is waiting again when the trainer goes with its tokens', async () => {
  let losses = 0;
  parts.keep = async () => {
    losses += 1;
    if (losses === 1) throw new WorkerDied({ code: 'worker-died', death: { kind: 'silent' } });
  };
  addImages('1');
  await untilIdle();
  expect(asked).toEqual(['1', '1']);
  expect(kinds()).toEqual(['ready']);
});

test('an image that is deleted meanwhile leaves nothing behind', async () => {
  const keep = vi.fn(async () => undefined);
  parts.keep = keep;
  fate = async () => {
    change({ images: [] });
    return TOKENS;
  };
  addImages('1');
  await untilIdle();
  expect(keep).not.toHaveBeenCalled();
});

test('tokens that are kept need no backbone, and are counted', async () => {
  cached = new Set(['1', '3']);
  parts.encoder = () => new Promise(() => undefined);
  addImages('1', '2', '3');
  await vi.waitFor(() => expect(kinds()).toEqual(['ready', 'waiting', 'ready']));
  expect(store.getState()).toMatchObject({
    tokensFromCache: 2,
    extraction: { kind: 'running', done: 2, total: 3 },
  });
});

test('kept tokens come back even before an image is prepared again', async () => {
  cached = new Set(['1']);
  parts.encoder = () => new Promise(() => undefined);
  blobs.set('1', freshBlobs(new Blob(['1']), '1'));
  change({
    classes: [{ id: 'a', name: 'a' }],
    images: testImages('a', ['1'], 'preparing'),
  });
  await vi.waitFor(() => expect(kinds()).toEqual(['ready']));
});

test('an image of unknown contents is never looked up', async () => {
  const recall = vi.fn<ExtractionParts['recall']>(async () => new Set());
  parts.recall = recall;
  addImages('1');
  blobs.set('2', { ...freshBlobs(new Blob(['2'])), crop: new Blob(['2']) });
  change(({ images }) => ({ images: [...images, ...testImages('a', ['2'], 'waiting')] }));
  await untilIdle();
  expect(recall.mock.calls.map(([ids]) => ids)).toEqual([['1']]);
  expect(asked).toEqual(['1', '2']);
});

test('tokens that the trainer lost come back from the cache', async () => {
  addImages('1');
  await untilIdle();
  cached = new Set(['1']);
  change({ images: testImages('a', ['1'], 'waiting') });
  await untilIdle();
  expect(asked).toEqual(['1']);
});

test('an answer of the backbone before counts for nothing, and everything is looked up anew', async () => {
  let finish: (tokens: ImageTokens) => void = () => undefined;
  const keep = vi.fn<ExtractionParts['keep']>(async () => undefined);
  parts.keep = keep;
  fate = (_, time) =>
    time === 1
      ? new Promise((resolve) => {
          finish = resolve;
        })
      : Promise.resolve(TOKENS);
  addImages('1', '2');
  await vi.waitFor(() => expect(asked).toEqual(['1']));
  cached = new Set(['2']);
  change({ backboneId: 'other', images: testImages('a', ['1', '2'], 'waiting') });
  finish(TOKENS);
  await untilIdle();
  expect(asked).toEqual(['1', '1']);
  expect(keep.mock.calls.map(([id]) => id)).toEqual(['1']);
  expect(store.getState().tokensFromCache).toBe(1);
});
