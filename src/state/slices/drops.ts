import type { DropsSlice } from './types';

export const initialDrops: DropsSlice = { drops: [] };
