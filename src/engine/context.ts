import { type BrowserSources, browserSources } from '../backbones/obtain/browser-sources';
import { threadCount } from '../runtime/threads';
import type { AppStore } from '../state/store';
import { TokenCache } from '../storage/token-cache';
import { Assets } from './workers/assets';
import { DeviceChoice } from './workers/device-choice';
import { Models } from './workers/models';

/** What the parts of the engine share. */
export interface EngineContext {
  store: AppStore;
  assets: Assets;
  device: DeviceChoice;
  threads: number;
  /** Where models come from and are kept. */
  sources: Promise<BrowserSources>;
  /** Null where the browser gives no storage. */
  tokens: Promise<TokenCache | null>;
}

export function createContext(store: AppStore): EngineContext {
  const sources = browserSources(document.baseURI);
  return {
    store,
    assets: new Assets(new Models(sources)),
    device: new DeviceChoice(),
    threads: threadCount({
      cores: navigator.hardwareConcurrency,
      crossOriginIsolated: globalThis.crossOriginIsolated,
    }),
    sources,
    tokens: TokenCache.open(),
  };
}
