import type { HistorySlice } from './history-types';

export const initialHistory: HistorySlice = { past: [], future: [] };
