import type { StateCreator } from 'zustand/vanilla';
import { type Readiness, readiness } from '../derive/readiness';
import { defaultTicked } from '../derive/study-entries';
import type { AppState, StudySlice } from './types';

export const studySlice: StateCreator<AppState, [], [], StudySlice> = (set) => ({
  ticked: defaultTicked(),
  folds: 5,
  repeats: 1,
  study: { kind: 'idle' },
  openedKey: null,
  openingKey: null,
  setTicked: (ticked) => set({ ticked }),
  setFolds: (folds) => set({ folds }),
  setRepeats: (repeats) => set({ repeats }),
  startStudy: () =>
    set((state) => (studyReadiness(state).ready ? { study: { kind: 'queued', study: null } } : {})),
  cancelStudy: () =>
    set(({ study }) => {
      if (study.kind === 'running') {
        return { study: { kind: 'paused', study: study.study, reason: null } };
      }
      if (study.kind !== 'queued') return {};
      return {
        study: study.study
          ? { kind: 'paused', study: study.study, reason: null }
          : { kind: 'idle' },
      };
    }),
  resumeStudy: () =>
    set(({ study }) =>
      study.kind === 'paused' ? { study: { kind: 'queued', study: study.study } } : {},
    ),
  openHead: (openingKey) => set({ openingKey }),
});

/** Whether a comparison can be started. */
export function studyReadiness(state: Parameters<typeof readiness>[0]): Readiness {
  const { kind } = state.study;
  if (kind === 'running' || kind === 'queued') {
    return { ready: false, reason: { code: 'study-under-way' } };
  }
  // A training run that is under way is waited for.
  const idle = { kind: 'idle' } as const;
  return readiness({ ...state, training: idle, study: idle });
}
