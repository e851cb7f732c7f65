import type { LowShotSlice } from './low-shot-types';

export const initialLowShot: LowShotSlice = { shotTicked: [], lowShot: { kind: 'idle' } };
