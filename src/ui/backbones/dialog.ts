import { create } from 'zustand';

/** Whether the dialog in which backbones are chosen is open. */
export const useBackbonesDialog = create<{ open: boolean }>(() => ({ open: false }));

export function openBackbones(): void {
  useBackbonesDialog.setState({ open: true });
}
