import type { Preprocessing, Resample } from '../backbone';
import { HALVES, IMAGENET } from './common-facts';

export type PixelPresetId = 'imagenet' | 'halves' | 'clip' | 'none';

export interface PixelPreset extends Pick<Preprocessing, 'mean' | 'std'> {
  id: PixelPresetId;
}

/** How encoders want their pixels; which one it was is written in no ONNX file. The usual one first. */
export const PIXEL_PRESETS = [
  { id: 'imagenet', ...IMAGENET },
  { id: 'halves', ...HALVES },
  {
    id: 'clip',
    mean: [0.48145466, 0.4578275, 0.40821073],
    std: [0.26862954, 0.26130258, 0.27577711],
  },
  { id: 'none', mean: [0, 0, 0], std: [1, 1, 1] },
] as const satisfies readonly PixelPreset[];

/** How much of an image its centre crop takes: all of its short side, or all but a margin. */
export type Resizing = 'margin' | 'whole';

export interface ResizeChoice {
  id: Resizing;
  resize: number;
  resample: Resample;
}

/** For an encoder of `side` pixels. */
export function resizeChoices(side: number): readonly [ResizeChoice, ResizeChoice] {
  const margin = Math.round((side * 256) / 224);
  return [
    { id: 'margin', resize: margin, resample: 'bicubic' },
    { id: 'whole', resize: side, resample: 'bicubic' },
  ];
}
