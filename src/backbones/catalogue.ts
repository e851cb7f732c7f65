/** A frozen encoder that turns an image into patch tokens. Adding one is adding one entry. */
export interface Backbone {
  id: string;
  label: string;
  /** Path of the ONNX file, relative to the page. */
  file: string;
  /** Bytes of that file, for progress. */
  size: number;
  /** Short side in pixels that an image is resized to before the centre crop. */
  resize: number;
  /** Side in pixels of the square crop that the encoder sees. */
  crop: number;
  /** Side in pixels of one patch, measured on the crop. */
  patch: number;
  grid: { height: number; width: number };
  /** Tokens before the patches: [CLS] first if there is one, then registers. */
  prefixTokens: number;
  hasCls: boolean;
  /** D, the width of one token. */
  width: number;
  /** Per channel (red, green, blue), for pixels scaled to 0…1. */
  mean: readonly [number, number, number];
  std: readonly [number, number, number];
  /** Names of the graph's input and of its token output. */
  input: string;
  output: string;
  licence: string;
}

const IMAGENET = {
  mean: [0.485, 0.456, 0.406],
  std: [0.229, 0.224, 0.225],
} as const;

export const BACKBONES: readonly Backbone[] = [
  {
    id: 'hiera-tiny-224',
    label: 'Hiera-T',
    file: 'models/hiera-tiny-224/model.onnx',
    size: 11_085_773,
    resize: 256,
    crop: 224,
    patch: 16,
    grid: { height: 14, width: 14 },
    prefixTokens: 0,
    hasCls: false,
    width: 384,
    ...IMAGENET,
    input: 'pixel_values',
    output: 'last_hidden_state',
    licence: 'Apache-2.0',
  },
];

export const DEFAULT_BACKBONE = 'hiera-tiny-224';

/** @throws when no catalogue entry has this id. */
export function findBackbone(id: string, catalogue: readonly Backbone[] = BACKBONES): Backbone {
  const backbone = catalogue.find((entry) => entry.id === id);
  if (!backbone) throw new Error(`No backbone is named "${id}".`);
  return backbone;
}
