import { DEFAULT_BACKBONE } from '../../backbones/catalogue/catalogue';
import type { EncoderSlice } from './types';

export const initialEncoder: EncoderSlice = {
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
};
