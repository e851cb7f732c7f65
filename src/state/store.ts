import { create } from 'zustand';
import { createStore, type StateCreator, type StoreApi } from 'zustand/vanilla';
import { comparisonSlice } from './comparison';
import { encoderSlice } from './encoder';
import { imagesSlice } from './images';
import { inspectorSlice } from './inspector';
import { messagesSlice } from './messages';
import { studySlice } from './study';
import { trainingSlice } from './training';
import type { AppState } from './types';

export type AppStore = StoreApi<AppState>;

const slices: StateCreator<AppState> = (...slice) => ({
  ...imagesSlice(...slice),
  ...messagesSlice(...slice),
  ...encoderSlice(...slice),
  ...trainingSlice(...slice),
  ...studySlice(...slice),
  ...comparisonSlice(...slice),
  ...inspectorSlice(...slice),
});

/** The page's store: a hook for components, a store for everything else. */
export const useStore = create<AppState>()(slices);

/** A store of its own, for tests. */
export function createAppStore(): AppStore {
  return createStore<AppState>()(slices);
}
