import type { Backbone } from './backbone';
import { APACHE, IMAGENET } from './common-facts';

/** Backbones that come with the page: there at once, without any other server. */
export const BUNDLED_BACKBONES: readonly Backbone[] = [
  {
    id: 'hiera-tiny-224',
    label: 'Hiera-T',
    source: {
      kind: 'bundled',
      files: {
        graph: {
          path: 'models/hiera-tiny-224/model.onnx',
          size: { bytes: 11_085_773, exact: true },
          sha256: 'a6498aa96711951ffa2ee4ab50c6ebb4f4e30e991702fdd6dad3d0f909cc49b4',
        },
        data: [],
      },
    },
    family: 'MIM',
    paperNote:
      'EP gains most on encoders whose training was about patches: in the paper the larger Hiera-B, which has no [CLS] either, goes from 69.3 % (linear) to 75.7 % (EP) on ImageNet.',
    licence: APACHE,
    preprocessing: { resize: 256, resample: 'bicubic', crop: 224, ...IMAGENET },
    patch: 16,
    grid: { height: 14, width: 14 },
    prefixTokens: 0,
    hasCls: false,
    registers: 0,
    width: 384,
    input: 'pixel_values',
    output: 'last_hidden_state',
    batch: 1,
  },
];
