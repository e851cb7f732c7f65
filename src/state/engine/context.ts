import { threadCount } from '../../runtime/threads';
import type { AppStore } from '../store';
import { Assets } from './assets';
import { DeviceChoice } from './device-choice';

/** What the parts of the engine share. */
export interface EngineContext {
  store: AppStore;
  assets: Assets;
  device: DeviceChoice;
  threads: number;
}

export function createContext(store: AppStore): EngineContext {
  return {
    store,
    assets: new Assets(),
    device: new DeviceChoice(),
    threads: threadCount({
      cores: navigator.hardwareConcurrency,
      crossOriginIsolated: globalThis.crossOriginIsolated,
    }),
  };
}
