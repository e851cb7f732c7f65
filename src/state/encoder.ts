import type { StateCreator } from 'zustand/vanilla';
import { DEFAULT_BACKBONE } from '../backbones/catalogue';
import type { AppState, EncoderSlice } from './types';

export const encoderSlice: StateCreator<AppState, [], [], EncoderSlice> = (set) => ({
  backboneId: DEFAULT_BACKBONE,
  devicePreference: 'auto',
  deviceStatus: { kind: 'starting', loaded: 0, total: 0 },
  webgpu: null,
  extraction: { kind: 'idle' },
  setDevicePreference: (devicePreference) => set({ devicePreference }),
  retryDevice: () =>
    set(({ deviceStatus }) =>
      deviceStatus.kind === 'failed'
        ? { deviceStatus: { kind: 'starting', loaded: 0, total: 0 } }
        : {},
    ),
  cancelExtraction: () =>
    set(({ extraction }) =>
      extraction.kind === 'running' ? { extraction: { ...extraction, kind: 'cancelled' } } : {},
    ),
  resumeExtraction: () =>
    set(({ extraction }) =>
      extraction.kind === 'cancelled' ? { extraction: { ...extraction, kind: 'running' } } : {},
    ),
});
