import { create } from 'zustand';

/** One image under all queries, all images under one query, all queries together, or all probes. */
export type Middle = 'image' | 'query' | 'queries' | 'comparison';

interface View {
  /** The place that a phone shows. */
  place: string;
  /** What the middle place shows. */
  middle: Middle;
}

/** Which parts of the page are on show; nothing that is worth keeping. */
export const useView = create<View>(() => ({ place: 'sees', middle: 'image' }));

export function showMiddle(middle: Middle): void {
  useView.setState({ place: 'sees', middle });
}
