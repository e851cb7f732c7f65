import { filesOf } from '../src/backbones/backbone';
import { findBackbone } from '../src/backbones/catalogue/catalogue';
import type { TrialStep } from '../src/backbones/import/api';
import { recognise } from '../src/backbones/import/recognise';
import { recogniseTokens } from '../src/backbones/import/token-facts';
import { tryModel } from '../src/backbones/import/trial';
import { WorkerClient } from '../src/bridge/client';
import { MOST_RECALLED } from '../src/engine/images/extraction';
import type { ImageCalls } from '../src/images/api';
import { contentHash } from '../src/images/content-hash';
import { decodeImage } from '../src/images/decode';
import { failureText } from '../src/messages/en/failures';
import { noticeText } from '../src/messages/en/notices';
import { askAdapter } from '../src/runtime/adapter';
import type { DeviceKind } from '../src/runtime/device';
import { TokenCache } from '../src/storage/token-cache';
import type { Failure, FailureCode } from '../src/vocabulary/failures';
import type { LabCalls, LabModel, PreparedPicture } from './lab-api';
import type { StudyCalls } from './study-api';

/**
 * A page that starts one fresh worker per device and number of threads (the runtime can be set up
 * only once in a worker). Driven from outside through `window.lab`.
 */
const lab = {
  async open(device: DeviceKind, threads: number) {
    const worker = new Worker(new URL('./lab-worker.ts', import.meta.url), { type: 'module' });
    const client = new WorkerClient<LabCalls>(worker, { silenceMs: 600_000 });
    await client.call('load', { device, threads });
    return client;
  },

  /** What graphics device the browser has. */
  adapter: askAdapter,

  /** A bundled backbone as its file says how to run it. */
  bundled(id: string): Promise<LabModel> {
    const { graph, data } = filesOf(findBackbone([], id));
    return this.model(
      `/${graph.path}`,
      data.map(({ location, path }) => ({ name: location, address: `/${path}` })),
    );
  },

  /** The same for any file that is served here, with the files that it keeps weights in. */
  async model(address: string, weights: { name: string; address: string }[] = []) {
    const beside = weights.map(async (file) => ({ ...file, blob: await download(file.address) }));
    const recognised = await recognise({
      name: address,
      graph: await download(address),
      beside: await Promise.all(beside),
    });
    if (recognised.kind === 'unusable') throw new Error(failureText(recognised.failure));
    const facts = recognised.kind === 'recognised' ? recognised.facts : null;
    const [output] = facts?.outputs ?? [];
    if (!facts || output === undefined) throw new Error(`${address} has several token outputs.`);
    const { model: files, input, batch, side } = facts;
    return { files, input, output, side: side ?? 224, batch } satisfies LabModel;
  },

  /** A worker that prepares images, as the page has them. */
  openImages() {
    const worker = new Worker(new URL('../src/images/worker.ts', import.meta.url), {
      type: 'module',
    });
    return new WorkerClient<ImageCalls>(worker, { silenceMs: 600_000 });
  },

  /** What the page makes of a file that a person adds. */
  async prepare(client: WorkerClient<ImageCalls>, file: File): Promise<PreparedPicture> {
    const start = performance.now();
    const outcome = await decodeImage(client, file, {
      resize: 224,
      crop: 224,
      resample: 'bicubic',
    });
    const milliseconds = performance.now() - start;
    if (outcome.kind === 'rejected') {
      const sentence = failureText(outcome.reason);
      return { kind: 'refused', code: outcome.reason.code, sentence, milliseconds };
    }
    const { width, height, crop } = outcome;
    const cropHash = await contentHash(new Uint8Array(await crop.arrayBuffer()));
    const notes = outcome.notes.map(noticeText);
    return { kind: 'taken', width, height, notes, cropHash, milliseconds };
  },

  /** Puts tokens of so many images of (196, 384) into this browser's cache. */
  async keepTokens(images: number): Promise<void> {
    const cache = await openTokens();
    const shape = { prefixTokens: 0, patches: 196, width: 384 };
    const data = Float32Array.from({ length: 196 * 384 }, (_, i) => Math.sin(i));
    for (const key of tokenKeys(images)) {
      if (!(await cache.put(key, 'a model', { ...shape, data }))) throw new Error('No room.');
    }
    cache.close();
  },

  /** Milliseconds to open the cache and have the tokens of as many images out of it, as the page does. */
  async recallTokens(images: number): Promise<number> {
    const keys = tokenKeys(images);
    const start = performance.now();
    const cache = await openTokens();
    let found = 0;
    for (let from = 0; from < images; from += MOST_RECALLED) {
      found += (await cache.getMany(keys.slice(from, from + MOST_RECALLED))).size;
    }
    const milliseconds = performance.now() - start;
    cache.close();
    if (found !== images) throw new Error(`${found} of ${images} images came back.`);
    return milliseconds;
  },

  /** A worker of `study-worker.ts`, nothing loaded yet. */
  openStudy() {
    const worker = new Worker(new URL('./study-worker.ts', import.meta.url), { type: 'module' });
    return new WorkerClient<StudyCalls>(worker, { silenceMs: 600_000 });
  },

  /** What the program makes of a model that a person brings, from its bytes to its tokens. */
  async identify(bytes: readonly number[], limits?: Record<TrialStep, number>, threads = 1) {
    const graph = new Blob([Uint8Array.from(bytes)]);
    const recognised = await recognise({ name: 'mine.onnx', graph, beside: [] });
    if (recognised.kind === 'unusable') return said(recognised);
    if (recognised.kind !== 'recognised') return recognised;
    const outcome = await tryModel(recognised.facts, {
      device: 'wasm',
      threads,
      picture: null,
      pixels: { mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] },
      ...(limits && { limits }),
    });
    if (outcome.kind === 'failed') {
      return { ...said(outcome), because: BECAUSE[outcome.failure.code] ?? 'other' };
    }
    const { milliseconds } = outcome.run;
    const tokens = recogniseTokens(recognised.facts, outcome.run);
    return { ...(tokens.kind === 'unusable' ? said(tokens) : tokens), milliseconds };
  },
};

/** What a trial failed over, in a word. */
const BECAUSE: Partial<Record<FailureCode, string>> = {
  'trial-timeout': 'time',
  'trial-out-of-memory': 'memory',
  'trial-unknown-operator': 'operator',
  'trial-onnx-too-new': 'operator',
};

/** With the failure as the page says it. */
function said<K extends string>({ kind, failure }: { kind: K; failure: Failure }) {
  return { kind, sentence: failureText(failure) };
}

async function download(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} is not served here (${response.status}).`);
  return response.blob();
}

async function openTokens(): Promise<TokenCache> {
  const cache = await TokenCache.open({ name: 'lab-tokens' });
  if (!cache) throw new Error('This browser gives no storage.');
  return cache;
}

function tokenKeys(images: number): string[] {
  return Array.from({ length: images }, (_, i) => `image ${i}`);
}

declare global {
  interface Window {
    lab: typeof lab;
    /** The worker that the driver has opened last. */
    client: ReturnType<typeof lab.open>;
    study: ReturnType<typeof lab.openStudy>;
    images: ReturnType<typeof lab.openImages>;
  }
}
window.lab = lab;
