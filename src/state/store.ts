import { subscribeWithSelector } from 'zustand/middleware';
import { createStore, type Mutate, type StoreApi } from 'zustand/vanilla';
import { initialComparison } from './slices/comparison';
import { initialDrops } from './slices/drops';
import { initialEncoder } from './slices/encoder';
import { initialHistory } from './slices/history';
import { initialImages } from './slices/images';
import { initialInspector } from './slices/inspector';
import { initialLowShot } from './slices/low-shot';
import { initialMessages } from './slices/messages';
import { initialProjects } from './slices/projects';
import { initialStudy } from './slices/study';
import { initialTraining } from './slices/training';
import type { AppState } from './slices/types';

/** What is, as data. `engine/commands/` changes it; nothing in it is a wish that waits to be found. */
export type AppStore = Mutate<StoreApi<AppState>, [['zustand/subscribeWithSelector', never]]>;

export function createAppStore(): AppStore {
  return createStore<AppState>()(
    subscribeWithSelector(() => ({
      ...initialImages,
      ...initialProjects,
      ...initialHistory,
      ...initialDrops,
      ...initialMessages,
      ...initialEncoder,
      ...initialTraining,
      ...initialStudy,
      ...initialComparison,
      ...initialLowShot,
      ...initialInspector,
    })),
  );
}
