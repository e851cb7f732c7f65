import type { Backbone, ModelFile } from '../backbone';
import { APACHE, IMAGENET } from './common-facts';

const HIERA_224: ModelFile = {
  path: 'models/hiera-tiny-224/model.onnx',
  size: { bytes: 11_085_773, exact: true },
  sha256: 'a6498aa96711951ffa2ee4ab50c6ebb4f4e30e991702fdd6dad3d0f909cc49b4',
};

/** What does not depend on the size of the image. */
const HIERA = {
  family: 'MIM',
  licence: APACHE,
  patch: 16,
  prefixTokens: 0,
  hasCls: false,
  registers: 0,
  width: 384,
  input: 'pixel_values',
  output: 'last_hidden_state',
  batch: 1,
} as const satisfies Partial<Backbone>;

const BUNDLED = [
  {
    id: 'hiera-tiny-224',
    label: 'Hiera-T',
    source: {
      kind: 'bundled',
      files: {
        graph: HIERA_224,
        data: [],
      },
    },
    ...HIERA,
    preprocessing: { resize: 256, resample: 'bicubic', crop: 224, ...IMAGENET },
    grid: { height: 14, width: 14 },
  },
  {
    id: 'hiera-tiny-448',
    label: 'Hiera-T at 448 pixels',
    source: {
      kind: 'bundled',
      files: {
        graph: {
          path: 'models/hiera-tiny-448/model.onnx',
          size: { bytes: 115_705, exact: true },
          sha256: 'c9faaf4050bf403c5039917a8e141248ee66db8bb06b17e651a353906b710aff',
        },
        // Its weights are those of the other size.
        data: [{ ...HIERA_224, location: 'hiera-tiny-224.onnx' }],
      },
    },
    ...HIERA,
    preprocessing: { resize: 512, resample: 'bicubic', crop: 448, ...IMAGENET },
    grid: { height: 28, width: 28 },
  },
] as const satisfies readonly Backbone[];

/** Backbones that come with the page: there at once, without any other server. */
export const BUNDLED_BACKBONES: readonly Backbone[] = BUNDLED;

export type BundledId = (typeof BUNDLED)[number]['id'];
