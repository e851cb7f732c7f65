import type { StateCreator } from 'zustand/vanilla';
import { DEFAULT_BACKBONE } from '../../backbones/catalogue/catalogue';
import { backboneCommands } from '../backbone-commands';
import { preferredPrecision } from '../derive/preferred-precision';
import type { AppState, EncoderSlice } from './types';

export const encoderSlice: StateCreator<AppState, [], [], EncoderSlice> = (set) => ({
  backboneId: DEFAULT_BACKBONE,
  precision: 'fp32',
  backbones: [],
  switching: { kind: 'idle' },
  memoryOnly: null,
  cachedModels: [],
  cachedTokens: { images: 0, bytes: 0 },
  opened: { kind: 'none' },
  devicePreference: 'auto',
  deviceStatus: { kind: 'starting', loaded: 0, total: 0 },
  webgpu: null,
  extraction: { kind: 'idle' },
  tokensFromCache: 0,

  chooseBackbone: (backboneId, precision) =>
    set((state) => {
      const wanted = precision ?? preferredPrecision(backboneId, state);
      const inUse = backboneId === state.backboneId && wanted === state.precision;
      return {
        switching: inUse
          ? { kind: 'idle' }
          : { kind: 'queued', target: { backboneId, precision: wanted } },
      };
    }),
  cancelDownload: () => set({ switching: { kind: 'idle' } }),
  ...backboneCommands.actions,

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
