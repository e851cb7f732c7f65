import type { FileContents, ImageFormat, PixelSize } from './images';
import type { Dims, ExportExample, NamedShape, NumberType } from './models';
import type { RecordFlaw } from './record-flaw';
import type { WorkerDeath } from './workers';

/**
 * Every way in which something that a person asked for can fail, as a code with the facts that a
 * sentence about it needs. Rooms below the page throw and return these; `messages/` has the words.
 */
export interface FailureFacts {
  /** An error that is not ours: the browser's or a library's own text, shown as it is. */
  unexpected: { detail: string };

  /** Nothing was heard for so long that it was given up. */
  'no-answer': { seconds: number };
  /** A worker lives, but was not ready for its work after so long. */
  'start-silent': { seconds: number };

  // bridge
  'worker-died': { death: WorkerDeath };
  /** The page ended it while it was at work. */
  'worker-ended': NoFacts;
  /** It had ended before it was asked. */
  'worker-gone': NoFacts;

  // images
  /** Zero bytes. */
  'image-empty': NoFacts;
  /** The end of the file is missing. */
  'image-cut-off': NoFacts;
  /** The browser gives the file's bytes no more. */
  'image-unreadable': NoFacts;
  /** No permission, in use, or its bytes are still in a cloud: browsers don't tell which. */
  'entry-not-opened': NoFacts;
  /** It was there when it was dropped. */
  'entry-vanished': NoFacts;
  /** Not found, and its path below what was dropped has so many characters. */
  'entry-path-too-long': { characters: number };
  /** No answer in this time. */
  'entry-silent': { seconds: number };
  'not-an-image': { contents: FileContents };
  'image-too-small': PixelSize & { least: number };
  /** More pixels than any browser decodes. */
  'image-too-large': PixelSize;
  /** Not decoded, perhaps since it has so many pixels. */
  'image-not-decoded': PixelSize;
  'image-format-unsupported': { format: ImageFormat };
  'image-damaged': { format: ImageFormat };
  'svg-broken': NoFacts;
  'image-no-canvas': NoFacts;
  'image-not-prepared': { cause: Failure };
  'sample-server-silent': NoFacts;
  'sample-refused': { file: string; status: number };
  /** The server answered with something that is no picture. */
  'sample-missing': { file: string };
  'samples-not-loaded': { cause: Failure };

  // onnx: how the bytes of a file contradict themselves
  'onnx-too-many-parts': NoFacts;
  /** A field of no kind that protobuf has. */
  'onnx-unknown-part': NoFacts;
  'onnx-unnumbered-part': NoFacts;
  /** It is longer than what holds it. */
  'onnx-part-too-long': NoFacts;
  'onnx-name-too-long': NoFacts;
  'onnx-endless-number': NoFacts;
  'onnx-no-graph': NoFacts;
  /** It keeps weights in another file, without saying in which. */
  'onnx-weights-unnamed': NoFacts;

  // backbones: catalogue
  /** Nothing known here has this id: it was removed, or comes from another browser. */
  'backbone-gone': { id: string };
  /** What was stored is no record of a backbone at all. */
  'no-backbone': NoFacts;
  /** `at` names the value, as "source.files.graph". */
  'backbone-flawed': { at: string; flaw: RecordFlaw };

  // backbones: obtaining. `file` as "DINOv2-S (model.onnx)"; `host` null for the page's own server.
  /** No answer: no connection, no such server, or one that refuses pages like this one. */
  'model-unreachable': { file: string; host: string | null; offline: boolean };
  'model-not-found': { file: string; host: string | null; status: number };
  /** The server wants to know who asks, and this page tells nobody. */
  'model-gated': { file: string; host: string | null; status: number };
  'model-refused': { file: string; host: string | null; status: number };
  /** The connection ended, or fell silent, before the file did. Bytes; `total` null if not known. */
  'download-broke': { file: string; loaded: number; total: number | null };
  /** The browser ended the download's worker. */
  'download-ended': { file: string; cause: Failure };
  'download-no-model': {
    file: string;
    host: string | null;
    found: 'empty' | 'web-page' | 'not-onnx';
  };
  /** Bytes; `found` null when there are more than expected, and reading stopped there. */
  'model-wrong-size': { file: string; expected: number; found: number | null };
  /** `limit` in bytes. */
  'model-too-large': { file: string; limit: number };
  'model-wrong-hash': { file: string; host: string | null };
  /** The hash is not the one recorded with the first download. */
  'model-changed': { file: string; host: string | null };
  /** A person's own file that the browser no longer has. */
  'own-file-lost': { label: string };

  // backbones: importing. `file` is the file's name; what an export would help names an example.
  'no-model-address': NoFacts;
  'address-not-https': NoFacts;
  'address-without-model': NoFacts;
  'several-models': { files: readonly string[] };
  'model-file-empty': { file: string };
  'model-file-cut-short': { file: string };
  'model-file-web-page': { file: string };
  'model-file-not-onnx': { file: string; example: ExportExample };
  'model-file-damaged': { file: string; failure: Failure };
  'model-without-image-input': {
    file: string;
    inputs: readonly NamedShape[];
    example: ExportExample;
  };
  /** `inputs` beside the image. */
  'model-with-more-inputs': { file: string; inputs: readonly string[]; example: ExportExample };
  /** `type` null for what has no name here. */
  'model-input-not-float': { file: string; type: NumberType | null; example: ExportExample };
  'model-channels-last': { file: string; dims: Dims; example: ExportExample };
  'model-channel-count': { file: string; channels: number; example: ExportExample };
  'model-input-not-square': {
    file: string;
    height: number;
    width: number;
    example: ExportExample;
  };
  /** Pixels to a side. */
  'model-input-side': {
    file: string;
    side: number;
    least: number;
    most: number;
    example: ExportExample;
  };
  'model-batch-too-large': { file: string; images: number; most: number; example: ExportExample };
  /** (batch, channels, height, width), as a convolutional network gives. */
  'model-gives-maps': { file: string; outputs: readonly NamedShape[]; example: ExportExample };
  'model-gives-one-vector': {
    file: string;
    outputs: readonly NamedShape[];
    example: ExportExample;
  };
  'weights-missing': { file: string; missing: readonly string[] };
  /** Bytes. */
  'weights-cut-short': { file: string; weights: string; found: number; expected: number };
  'model-larger-than-browser': { file: string; bytes: number };
  /** A run gave outputs of these shapes. */
  'run-gives-no-tokens': { file: string; outputs: readonly NamedShape[]; example: ExportExample };
  'run-gives-not-finite': { file: string; example: ExportExample };
  /** `side` pixels make `tokens` tokens. */
  'tokens-without-grid': { file: string; tokens: number; side: number; example: ExportExample };
  /** The runtime, not the model, was not there in time. */
  'trial-runtime-timeout': { seconds: number };
  'trial-runtime-failed': { cause: Failure };
  'trial-timeout': {
    file: string;
    step: 'session' | 'run';
    seconds: number;
    example: ExportExample;
  };
  'trial-unknown-operator': { file: string; operator: string; example: ExportExample };
  'trial-onnx-too-new': { file: string; cause: Failure; example: ExportExample };
  'trial-out-of-memory': { file: string; example: ExportExample };
  /** The model says no size, and none of those that were tried fits. */
  'trial-no-size-fits': { file: string; cause: Failure; example: ExportExample };
  'trial-failed': {
    file: string;
    step: 'session' | 'run';
    cause: Failure;
    example: ExportExample;
  };

  // backbones: encoding
  'backbone-not-started': { label: string; cause: Failure };
  /** It can't be put to use on any device here. */
  'backbone-does-not-run': { label: string; cause: Failure };
  'backbone-output-missing': { label: string; output: string };
  'backbone-output-shape': {
    label: string;
    found: readonly number[];
    expected: readonly number[];
  };
  'backbone-output-not-finite': { label: string };
  /** `type` as the runtime calls it. */
  'output-not-float': { output: string; type: string };
  'no-canvas': { use: 'trial-picture' | 'crop-pixels' | 'test-image' | 'figure' };
  /** The 16-bit variant of a backbone on this device, held against the 32-bit one. */
  'half-does-not-run': NoFacts;
  'half-not-finite': NoFacts;
  'half-all-zero': NoFacts;
  'half-differs': { cosine: number };

  // runtime
  'no-webgpu': NoFacts;
  'no-graphics-adapter': NoFacts;
  /** `detail` is the browser's own text; '' where it gives none. */
  'graphics-device-lost': { detail: string; reason: 'unknown' | 'destroyed' };

  // training
  /** Fewer than two images with tokens are left to train on. */
  'too-few-training-images': NoFacts;
  'loss-infinite': { epoch: number };
  /** Tokens (patches, width) that don't fit the others that the trainer holds. */
  'tokens-of-two-backbones': {
    patches: number;
    width: number;
    otherPatches: number;
    otherWidth: number;
  };
  'image-without-tokens': NoFacts;
  'no-tokens': NoFacts;
  'no-cls-token': NoFacts;
  'class-smaller-than-folds': { images: number; folds: number };
  /** EP: its queries share D / d_out = `width` channels. */
  'queries-dont-divide-width': { queries: number; width: number };
  'heads-dont-divide-width': { heads: number; width: number };
  'grid-not-square': { probe: string; patches: number };
  /** What was kept of a head makes no head. */
  'head-damaged': NoFacts;

  // export
  /** A figure was asked for before it stood on the page. */
  'chart-not-drawn': NoFacts;
  /** A canvas of that size, or its file, is more than the browser makes. */
  'picture-too-large': PixelSize;
  /** The browser puts no pictures on the clipboard. */
  'copy-unsupported': NoFacts;
  'copy-refused': NoFacts;
  /** Between the wish to save and the saving, what was over the image went. */
  'picture-nothing-shown': NoFacts;
  'picture-matrix-gone': NoFacts;

  // engine
  /** Fewer than two classes have two images with tokens. */
  'too-few-classes': NoFacts;
  'too-few-classes-to-train': NoFacts;
  /** Images or labels have changed since the study's folds were made. */
  'study-outdated': NoFacts;
  'worker-replaced': NoFacts;
  'trainer-stopped-twice': NoFacts;
  'study-worker-died': NoFacts;
  'study-stopped': { failure: Failure };
  'switch-cancelled': NoFacts;
  'extraction-cancelled': NoFacts;
  'study-cancelled': NoFacts;
  /** Two workers died over one file while they decoded it. */
  'image-stops-decoder': NoFacts;
  /** Two workers died over one image while the backbone read it. */
  'image-stops-backbone': NoFacts;
  /** The recorded example that comes with the page. */
  'example-missing': { status: number };
  /** The files of onnxruntime. */
  'runtime-not-fetched': NoFacts;
}

/** Of a failure whose code says all. */
export type NoFacts = Record<never, never>;

export type FailureCode = keyof FailureFacts;

/** A failure as data: `{ code, …facts }`. Goes through `postMessage` and into storage as it is. */
export type Failure = {
  [C in FailureCode]: { readonly code: C } & Readonly<FailureFacts[C]>;
}[FailureCode];

/** Thrown where something fails that a person is to hear of. */
export class AppError extends Error {
  override name = 'AppError';

  constructor(
    readonly failure: Failure,
    options?: ErrorOptions,
  ) {
    super(failure.code, options);
  }
}

/** What is known of anything that was thrown. */
export function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return error.failure;
  return { code: 'unexpected', detail: error instanceof Error ? error.message : String(error) };
}
