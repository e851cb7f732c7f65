import { type Commands, createEngine, type Engine } from '../engine/create-engine';
import { browserEnvironment, type Environment } from '../engine/environment';
import type { Words } from '../messages/words';
import { type AppStore, createAppStore } from '../state/store';
import { chooseWords } from './words';

export type { Commands };

/** Everything behind the page. Made once by `createApp`; a test makes its own. */
export interface App extends Engine {
  store: AppStore;
  words: Words;
}

export function createApp(environment: Environment = browserEnvironment()): App {
  const store = createAppStore();
  const words = chooseWords();
  return { store, words, ...createEngine(store, environment, words.names) };
}
