import { createStore, type StoreApi } from 'zustand/vanilla';

export interface ProjectsDialogState {
  open: boolean;
}

/** Whether the list of projects is open. */
export function createProjectsDialog(): StoreApi<ProjectsDialogState> {
  return createStore<ProjectsDialogState>(() => ({ open: false }));
}
