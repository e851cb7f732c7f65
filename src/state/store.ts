import { create } from 'zustand';
import { createStore, type StateCreator, type StoreApi } from 'zustand/vanilla';
import { comparisonSlice } from './slices/comparison';
import { encoderSlice } from './slices/encoder';
import { imagesSlice } from './slices/images';
import { inspectorSlice } from './slices/inspector';
import { messagesSlice } from './slices/messages';
import { studySlice } from './slices/study';
import { trainingSlice } from './slices/training';
import type { AppState } from './slices/types';

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
