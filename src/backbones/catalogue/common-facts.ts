import type { Licence } from '../backbone';

/** Channel means and deviations that most encoders were trained with. */
export const IMAGENET = {
  mean: [0.485, 0.456, 0.406],
  std: [0.229, 0.224, 0.225],
} as const;

/** From 0…1 to −1…1. */
export const HALVES = { mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] } as const;

export const APACHE: Licence = {
  name: 'Apache-2.0',
  url: 'https://www.apache.org/licenses/LICENSE-2.0',
};

export const DINOV3_LICENCE: Licence = {
  name: 'DINOv3 License',
  url: 'https://ai.meta.com/resources/models-and-libraries/dinov3-license/',
};
