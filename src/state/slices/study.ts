import { type Readiness, readiness } from '../derive/readiness';
import { defaultTicked } from '../derive/study-entries';
import type { StudySlice } from './types';

export const initialStudy: StudySlice = {
  ticked: defaultTicked(),
  folds: 5,
  repeats: 1,
  study: { kind: 'idle' },
  openedKey: null,
  openingKey: null,
};

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
