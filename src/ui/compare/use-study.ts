import type { Study, StudyStatus } from '../../state/slices/types';
import { useStore } from '../../state/store';

/** The study on show, running or not; null before the first. */
export function useStudy(): Study | null {
  return useStore((state) => studyOf(state.study));
}

export function studyOf(status: StudyStatus): Study | null {
  return status.kind === 'idle' ? null : status.study;
}
