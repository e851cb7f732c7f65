import type { Preprocessing, Resample } from '../backbone';
import { HALVES, IMAGENET } from './common-facts';

export interface PixelPreset extends Pick<Preprocessing, 'mean' | 'std'> {
  id: string;
  label: string;
  /** Who uses it, in a few words. */
  usedBy: string;
}

/** How encoders want their pixels; which one it was is written in no ONNX file. The usual one first. */
export const PIXEL_PRESETS: readonly PixelPreset[] = [
  { id: 'imagenet', label: 'ImageNet', usedBy: 'DINO, MAE, DeiT, most of timm', ...IMAGENET },
  { id: 'halves', label: '0.5 / 0.5', usedBy: 'SigLIP, Google’s ViT', ...HALVES },
  {
    id: 'clip',
    label: 'CLIP',
    usedBy: 'CLIP, OpenCLIP',
    mean: [0.48145466, 0.4578275, 0.40821073],
    std: [0.26862954, 0.26130258, 0.27577711],
  },
  {
    id: 'none',
    label: 'None',
    usedBy: 'graphs that do it themselves',
    mean: [0, 0, 0],
    std: [1, 1, 1],
  },
];

export interface ResizeChoice {
  id: 'whole' | 'margin';
  label: string;
  resize: number;
  resample: Resample;
}

/** How much of an image its centre crop takes, for an encoder of `side` pixels. */
export function resizeChoices(side: number): readonly ResizeChoice[] {
  const margin = Math.round((side * 256) / 224);
  return [
    {
      id: 'margin',
      label: `Short side ${margin}, crop ${side}`,
      resize: margin,
      resample: 'bicubic',
    },
    {
      id: 'whole',
      label: `Short side ${side}, nothing cut off it`,
      resize: side,
      resample: 'bicubic',
    },
  ];
}
