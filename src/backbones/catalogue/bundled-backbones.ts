import type { Backbone, ModelFile } from '../backbone';
import { APACHE, IMAGENET } from './common-facts';

const HIERA_224: ModelFile = {
  path: 'models/hiera-tiny-224/model.onnx',
  size: { bytes: 11_236_527, exact: true },
  sha256: '4b9f98102dafb106db48cf69354a32cacc2b149bc9fbb1d3d776d6e24c589b4f',
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
          size: { bytes: 718_043, exact: true },
          sha256: 'e63ad2db6f351fa0e8ca8cf16d9d2c7458175b2e8fdfd285b11741675062f552',
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
