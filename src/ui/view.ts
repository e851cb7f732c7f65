import { create } from 'zustand';

interface View {
  /** The place that a phone shows. */
  place: string;
  /** What the middle place shows. */
  middle: 'sees' | 'comparison';
}

/** Which parts of the page are on show; nothing that is worth keeping. */
export const useView = create<View>(() => ({ place: 'sees', middle: 'sees' }));

export function showMiddle(middle: View['middle']): void {
  useView.setState({ place: 'sees', middle });
}
