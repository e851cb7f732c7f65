import { wasmReference } from '../backbones/encode/wasm-reference';
import { tryModel } from '../backbones/import/trial';
import { type BrowserSources, browserSources } from '../backbones/obtain/browser-sources';
import { givesPixelsBack } from '../images/canvas-check';
import { SampleFiles } from '../images/samples/sample-files';
import { type AdapterKind, askAdapter } from '../runtime/adapter';
import type { DeviceKind } from '../runtime/device';
import type { RuntimeFiles } from '../runtime/files';
import { threadCount } from '../runtime/threads';
import { createAskToKeep } from '../storage/ask-to-keep';
import { ProjectDatabase, type ProjectStorage } from '../storage/database';
import { HeadStore, type ProjectHeads } from '../storage/head-store';
import { browserTab, ProjectHolds } from '../storage/project-holds';
import { recallProject, rememberProject } from '../storage/remembered-project';
import { askForRoom, type Room } from '../storage/room';
import { TokenCache } from '../storage/token-cache';
import type { CanvasProtection } from '../vocabulary/images';
import { protectionOf } from './protection';
import { fetchRuntime } from './workers/assets';

/** What the engine has from the browser; a test gives its own. */
export interface Environment {
  spawnDecoder(): Worker;
  spawnBackbone(): Worker;
  spawnTrainer(): Worker;
  threads: number;
  askAdapter(): Promise<AdapterKind>;
  /** The runtime's files, in memory. @throws when the server does not give them. */
  fetchRuntime(device: DeviceKind): Promise<RuntimeFiles>;
  /** Where models come from and are kept. */
  sources: Promise<BrowserSources>;
  /** Null where the browser gives no storage. */
  tokens: Promise<TokenCache | null>;
  projects: ProjectStorage;
  /** Which project this tab holds. @param onTaken see `ProjectHolds`. */
  holdProjects(
    onTaken: (mayWrite: boolean) => Promise<void>,
  ): Pick<ProjectHolds, keyof ProjectHolds>;
  /** The project that this tab had before it was reloaded. */
  recallProject(): number | null;
  rememberProject(project: number | null): void;
  /** What was made with a project beside its images. */
  openHeads(project: number): Pick<ProjectHeads, keyof ProjectHeads>;
  /** What the browser says about its storage. */
  askForRoom(): Promise<Room>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Asks the browser, once, not to clear this page's storage when the disk runs low. */
  askToKeep(): Promise<void>;
  loadSample(file: string): Promise<Blob>;
  prefetchSamples(): Promise<void>;
  tryModel: typeof tryModel;
  wasmReference: typeof wasmReference;
  /** Whether pixels come back from the page's canvases as they were put in. */
  givesPixelsBack(): Promise<boolean>;
  /** What most likely changes them, where they don't. */
  protection(): CanvasProtection;
  /** Calls back when the tab may be closed next, without another chance to write. */
  onHidden(listener: () => void): void;
}

export function browserEnvironment(): Environment {
  const samples = new SampleFiles();
  const heads = new HeadStore();
  return {
    spawnDecoder: () =>
      new Worker(new URL('../images/worker.ts', import.meta.url), { type: 'module' }),
    spawnBackbone: () =>
      new Worker(new URL('../backbones/encode/worker.ts', import.meta.url), { type: 'module' }),
    spawnTrainer: () =>
      new Worker(new URL('../training/worker.ts', import.meta.url), { type: 'module' }),
    threads: threadCount({
      cores: navigator.hardwareConcurrency,
      crossOriginIsolated: globalThis.crossOriginIsolated,
    }),
    askAdapter,
    fetchRuntime,
    sources: browserSources(document.baseURI),
    tokens: TokenCache.open(),
    projects: new ProjectDatabase(),
    holdProjects: (onTaken) => new ProjectHolds(browserTab(), onTaken),
    recallProject,
    rememberProject,
    openHeads: (project) => heads.forProject(project),
    askForRoom: () => askForRoom(),
    now: Date.now,
    askToKeep: createAskToKeep(),
    loadSample: (file) => samples.load(file),
    prefetchSamples: () => samples.prefetch(),
    tryModel,
    wasmReference,
    givesPixelsBack,
    protection: () => protectionOf(navigator),
    onHidden: (listener) => {
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden') listener();
      });
      window.addEventListener('pagehide', listener);
    },
  };
}
