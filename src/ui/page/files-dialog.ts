import { createStore, type StoreApi } from 'zustand/vanilla';

export interface FilesDialogState {
  /** The drop whose files are listed; null while the list is closed. */
  drop: number | null;
}

/** Whether the list of dropped files is open. */
export function createFilesDialog(): StoreApi<FilesDialogState> {
  return createStore<FilesDialogState>(() => ({ drop: null }));
}
