import { ProgrammingError } from '../vocabulary/programming-error';

/**
 * What a frozen encoder is, as data. Everything the program knows of one stands here, whether the
 * page ships it, a hub has it or a person brought it; nothing is worked out from its name.
 */
export interface Backbone {
  /** Unique among all that are known; see `catalogue.ts` for how ids of added ones are made. */
  id: string;
  label: string;
  source: BackboneSource;
  family: Family;
  /** Null where it is not known. */
  licence: Licence | null;
  preprocessing: Preprocessing;
  /** Side in pixels of one patch, measured on the crop. */
  patch: number;
  grid: { height: number; width: number };
  /** Tokens before the patches: [CLS] first if there is one, then the registers. */
  prefixTokens: number;
  hasCls: boolean;
  registers: number;
  /** D, the width of one token. */
  width: number;
  /** Names of the graph's input (B, 3, crop, crop) and of its token output (B, prefix + N, D). */
  input: string;
  output: string;
  /** Images in one run: a number where the graph fixes it, null where any number goes. */
  batch: number | null;
}

export interface Licence {
  /** A proper name, "Apache-2.0". */
  name: string;
  url: string;
}

/** From a picture to what the encoder sees; the same picture and the same values give the same tokens. */
export interface Preprocessing {
  /** Short side in pixels that an image is resized to before the centre crop. */
  resize: number;
  resample: Resample;
  /** Side in pixels of the square crop that the encoder sees. */
  crop: number;
  /** Per channel (red, green, blue), for pixels scaled to 0…1. */
  mean: readonly [number, number, number];
  std: readonly [number, number, number];
}

export const RESAMPLES = ['bicubic', 'bilinear'] as const;
export type Resample = (typeof RESAMPLES)[number];

/** How an encoder was trained. `unknown` is what a person's own file starts with. */
export const FAMILIES = [
  'MIM',
  'joint-embedding',
  'hybrid',
  'vision-language',
  'supervised',
  'unknown',
] as const;
export type Family = (typeof FAMILIES)[number];

/** Bits of the stored weights; 4-bit ones are restored to floats, so activations are never rounded. */
export const PRECISIONS = ['fp32', 'fp16', 'q4'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Where the model comes from, which decides how its files are fetched and kept. */
export type BackboneSource =
  /** With the page; paths are relative to it. Never kept twice: the browser's own cache has it. */
  | { kind: 'bundled'; files: ModelFiles }
  /** On the model hub; paths are relative to the revision. */
  | {
      kind: 'hub';
      /** "owner/name". */
      repo: string;
      /** A branch, tag or commit. */
      revision: string;
      precisions: Partial<Record<Precision, ModelFiles>>;
    }
  /** Anywhere else; paths are whole addresses. */
  | { kind: 'url'; files: ModelFiles }
  /** Brought by the person; paths are file names, and every hash is known. */
  | { kind: 'own'; files: ModelFiles };

/** The graph, and the files that hold weights for it, if it keeps any outside. */
export interface ModelFiles {
  graph: ModelFile;
  data: readonly DataFile[];
}

export interface ModelFile {
  path: string;
  /** Null where nobody said; `exact: false` where only a rounded number of MB is known. */
  size: { bytes: number; exact: boolean } | null;
  /** In hexadecimal. Null where it becomes known only with the first download. */
  sha256: string | null;
}

export interface DataFile extends ModelFile {
  /** What the graph calls this file. */
  location: string;
}

/** Precisions that this backbone comes in, the most exact first. Others than hub models have one. */
export function precisionsOf({ source }: Pick<Backbone, 'source'>): readonly Precision[] {
  if (source.kind !== 'hub') return ['fp32'];
  return PRECISIONS.filter((precision) => source.precisions[precision]);
}

/** The backbone has to come in this precision, see `precisionsOf`. */
export function filesOf(
  { source, label }: Pick<Backbone, 'source' | 'label'>,
  precision: Precision = 'fp32',
): ModelFiles {
  const files = source.kind === 'hub' ? source.precisions[precision] : source.files;
  if (!files) throw new ProgrammingError(`${label} does not come in ${precision}.`);
  return files;
}

/** Bytes to download, null where a file's size is not known. */
export function totalBytes({ graph, data }: ModelFiles): number | null {
  let sum = 0;
  for (const { size } of [graph, ...data]) {
    if (!size) return null;
    sum += size.bytes;
  }
  return sum;
}

/** Names how a picture becomes a square: encoders that agree in it see the same crop. */
export function geometryKey({ resize, resample, crop }: Preprocessing): string {
  return [resize, resample, crop].join(' ');
}

/** Names everything in the preprocessing that tokens depend on. */
export function preprocessingKey({ resize, resample, crop, mean, std }: Preprocessing): string {
  return [resize, resample, crop, ...mean, ...std].join(' ');
}

/** A model's files, whole and checked. Blobs, since those move between threads without a copy. */
export interface ModelBlobs {
  graph: Blob;
  data: readonly { location: string; blob: Blob }[];
}
