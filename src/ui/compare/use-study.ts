import type { Study, StudyStatus } from '../../state/slices/types';
import { useAppState } from '../hooks/use-app';

/** The study on show, running or not; null before the first. */
export function useStudy(): Study | null {
  return useAppState((state) => studyOf(state.study));
}

export function studyOf(status: StudyStatus): Study | null {
  return status.kind === 'idle' ? null : status.study;
}
