import { en } from '../messages/en/index';
import type { Words } from '../messages/words';
import type { AppState } from '../state/slices/types';
import { type AppStore, useStore } from '../state/store';

/** What a person can do, as verbs. */
export type Commands = {
  [K in keyof AppState as AppState[K] extends (...args: never[]) => unknown
    ? K
    : never]: AppState[K];
};

/** Everything behind the page. Made once by `createApp`; a test makes its own. */
export interface App {
  store: AppStore;
  commands: Commands;
  words: Words;
}

export function createApp(): App {
  const store: AppStore = useStore;
  return { store, commands: store.getState(), words: en };
}
