import { createStore, type StoreApi } from 'zustand/vanilla';

export interface BackbonesDialogState {
  open: boolean;
}

/** Whether the dialog in which backbones are chosen is open. */
export function createBackbonesDialog(): StoreApi<BackbonesDialogState> {
  return createStore<BackbonesDialogState>(() => ({ open: false }));
}
