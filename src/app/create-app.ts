import { type Commands, createEngine, type Engine } from '../engine/create-engine';
import { browserEnvironment, type Environment } from '../engine/environment';
import { en } from '../messages/en/index';
import type { Words } from '../messages/words';
import { type AppStore, createAppStore } from '../state/store';

export type { Commands };

/** Everything behind the page. Made once by `createApp`; a test makes its own. */
export interface App extends Engine {
  store: AppStore;
  words: Words;
}

export function createApp(environment: Environment = browserEnvironment()): App {
  const store = createAppStore();
  const words: Words = en;
  return { store, words, ...createEngine(store, environment, words.names) };
}
