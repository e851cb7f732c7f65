import type { Backbone } from '../backbones/backbone';
import type { BackboneCalls, BackboneEvent } from '../backbones/encode/api';
import type { BackboneRecords } from '../backbones/obtain/backbone-records';
import type { BrowserSources } from '../backbones/obtain/browser-sources';
import type {
  DownloadOptions,
  DownloadOutcome,
  DownloadRequest,
} from '../backbones/obtain/download';
import { ModelStore } from '../backbones/obtain/model-store';
import type { CallMap } from '../bridge/messages';
import type { Environment } from '../engine/environment';
import type { ImageCalls } from '../images/api';
import type { Device, DeviceKind } from '../runtime/device';
import type { TokenCache } from '../storage/token-cache';
import type { TrainerCalls, TrainerEvent } from '../training/api';
import type { Failure } from '../vocabulary/failures';
import type { ImageTokens } from '../vocabulary/images';
import { FakeCache } from './test-cache';
import { FakeHeads, testNumbers } from './test-heads';
import { testPrediction } from './test-run';
import { FakeDisk, FakeTokenCache, soleTab } from './test-storage';
import { FakeWorker, type Replies } from './test-worker';

/** For tests: a browser without network, whose workers answer as they are told. */
export class TestEnvironment implements Environment {
  /** Every worker that was started, in order. */
  readonly decoders: FakeWorker<ImageCalls>[] = [];
  readonly backbones: FakeWorker<BackboneCalls, BackboneEvent>[] = [];
  readonly trainers: FakeWorker<TrainerCalls, TrainerEvent>[] = [];
  /** What workers answer by themselves; the trainer's runs and studies wait for the test. */
  readonly decoderReplies: Replies<ImageCalls> = {
    givesPixelsBack: () => true,
    async prepare({ file }) {
      // A crop is what the picture shows, without the head of its file.
      const shown = (await file.text()).replace('GIF89a ', '');
      const crop = new Blob([shown]);
      return {
        kind: 'ready',
        contentHash: `hash of ${shown}`,
        crop,
        width: 1,
        height: 1,
        notes: [],
      };
    },
  };
  readonly backboneReplies: Replies<BackboneCalls> = {
    load: ({ device }) => ({ device: deviceOf(device) }),
    bestBatch: () => ({ images: 1 }),
    extract: testTokens,
    extractMany: ({ crops }) => crops.map(testTokens),
  };
  readonly trainerReplies: Replies<TrainerCalls> = {
    load: ({ device }) => ({ device: deviceOf(device) }),
    putTokens: () => null,
    dropTokens: () => null,
    reset: () => null,
    watch: () => null,
    stop: () => null,
    forgetHead: () => null,
    exportHead: ({ snapshots }) => testNumbers(snapshots ? [0, 50] : []),
    importHead: () => null,
    inspect: ({ imageId }) => ({ maps: null, prediction: testPrediction(imageId) }),
    evidence: () => null,
  };

  readonly disk: FakeDisk;
  readonly keptHeads: FakeHeads;
  readonly tokenCache: FakeTokenCache;
  readonly modelCache: FakeCache;
  readonly records: FakeRecords;
  /** Addresses that were fetched. */
  readonly downloads: string[] = [];
  adapter: 'real' | 'software' | 'none' = 'none';
  private readonly onHiddenListeners: (() => void)[] = [];

  /** How often the browser was asked not to clear this page's storage. */
  askedToKeep = 0;

  readonly threads = 2;
  sources: Promise<BrowserSources>;
  readonly tokens: Promise<TokenCache | null>;

  /** @param before whose storage it has: the same browser on an earlier visit. */
  constructor(before?: TestEnvironment) {
    this.disk = before?.disk ?? new FakeDisk();
    this.keptHeads = before?.keptHeads ?? new FakeHeads();
    this.tokenCache = before?.tokenCache ?? new FakeTokenCache();
    this.modelCache = before?.modelCache ?? new FakeCache();
    this.records = before?.records ?? new FakeRecords();
    this.sources = this.openSources();
    this.tokens = Promise.resolve(this.tokenCache.cache);
  }

  spawnDecoder = (): Worker => start(this.decoders, this.decoderReplies);
  spawnBackbone = (): Worker => start(this.backbones, this.backboneReplies);
  spawnTrainer = (): Worker => start(this.trainers, this.trainerReplies);
  askAdapter: Environment['askAdapter'] = async () => this.adapter;
  fetchRuntime: Environment['fetchRuntime'] = async (device) => {
    return { mjs: `${device}.mjs`, wasm: `${device}.wasm` };
  };
  get projects(): FakeDisk {
    return this.disk;
  }
  holdProjects = () => soleTab();
  recallProject = (): number | null => null;
  rememberProject = (): void => undefined;
  openHeads: Environment['openHeads'] = () => this.keptHeads;
  askForRoom: Environment['askForRoom'] = async () => ({
    usage: null,
    quota: null,
    persisted: null,
  });
  now = (): number => 1_700_000_000_000;
  askToKeep = async (): Promise<void> => {
    this.askedToKeep += 1;
  };
  loadSample: Environment['loadSample'] = async (file) => new Blob([file], { type: 'image/webp' });
  prefetchSamples = async (): Promise<void> => undefined;
  tryModel: Environment['tryModel'] = async () => {
    throw new Error('This test tries no model.');
  };
  wasmReference: Environment['wasmReference'] = async () => testTokens();
  /** Whether the page's canvases give back what was put in; a worker's do. */
  exactPixels = true;
  givesPixelsBack = async (): Promise<boolean> => this.exactPixels;
  protection: Environment['protection'] = () => 'other';
  onHidden = (listener: () => void): void => {
    this.onHiddenListeners.push(listener);
  };

  /** The tab goes out of sight. */
  hide(): void {
    for (const listener of this.onHiddenListeners) listener();
  }

  /** What comes from an address. */
  download = async (
    { url }: DownloadRequest,
    _options: DownloadOptions,
  ): Promise<DownloadOutcome> => {
    this.downloads.push(url);
    return { kind: 'whole', file: new Blob([url]), sha256: `hash of ${url}` };
  };

  private async openSources(): Promise<BrowserSources> {
    const storage = { open: async () => this.modelCache } as unknown as CacheStorage;
    return {
      store: await ModelStore.open(() => storage),
      records: this.records as unknown as BackboneRecords,
      download: (request, options) => this.download(request, options),
      page: 'https://page.example/',
    };
  }
}

/** Tokens of one image: one patch of one number. */
export function testTokens(): ImageTokens {
  return { data: new Float32Array([1]), prefixTokens: 0, patches: 1, width: 1 };
}

/** What is remembered about backbones, in memory. */
class FakeRecords implements Pick<BackboneRecords, keyof BackboneRecords> {
  readonly backbones = new Map<string, Backbone>();
  unreadable: Failure[] = [];
  readonly first = new Map<string, { sha256: string; bytes: number; at: number }>();

  added = async () => ({ backbones: [...this.backbones.values()], unreadable: this.unreadable });
  add = async (backbone: Backbone) => void this.backbones.set(backbone.id, backbone);
  remove = async (id: string) => void this.backbones.delete(id);
  firstDownload = async (url: string) => this.first.get(url) ?? null;
  recordFirst = async (url: string, file: { sha256: string; bytes: number }) =>
    void this.first.set(url, this.first.get(url) ?? { ...file, at: 0 });
  forgetFirst = async (url: string) => void this.first.delete(url);
}

function start<C extends CallMap, Event>(
  list: FakeWorker<C, Event>[],
  replies: Replies<C>,
): Worker {
  const made = new FakeWorker<C, Event>(replies);
  list.push(made);
  return made.worker;
}

function deviceOf(kind: DeviceKind): Device {
  return kind === 'wasm'
    ? { kind, threads: 2 }
    : { kind, adapter: 'a graphics card', software: false };
}
