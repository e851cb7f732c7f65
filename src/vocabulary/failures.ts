import type { Dims, ExportExample, FieldFault, NamedShape, NumberType, OnnxFault } from './models';

/**
 * Every way in which something that a person asked for can fail, as a code with the facts that a
 * sentence about it needs. Rooms below the page throw and return these; `messages/` has the words.
 */
export interface FailureFacts {
  /** An error that is not ours: the browser's or a library's own text, shown as it is. */
  unexpected: { detail: string };

  // images

  // backbones: catalogue
  /** Nothing known here has this id: it was removed, or comes from another browser. */
  'backbone-gone': { id: string };
  /** What was stored is no backbone at all. */
  'no-backbone-record': Record<never, never>;
  /** `field` as a path, "grid.height". */
  'backbone-field-unreadable': { field: string; fault: FieldFault };

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
  'no-model-address': Record<never, never>;
  'address-not-https': Record<never, never>;
  'address-without-model': Record<never, never>;
  'several-models': { files: readonly string[] };
  'model-file-empty': { file: string };
  'model-file-cut-short': { file: string };
  'model-file-web-page': { file: string };
  'model-file-not-onnx': { file: string; example: ExportExample };
  'model-file-damaged': { file: string; fault: OnnxFault };
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
  'no-canvas': { use: 'trial-picture' | 'crop-pixels' | 'test-image' };
  /** The 16-bit variant of a backbone on this device, held against the 32-bit one. */
  'half-does-not-run': Record<never, never>;
  'half-not-finite': Record<never, never>;
  'half-all-zero': Record<never, never>;
  'half-differs': { cosine: number };

  // runtime

  // training

  // storage

  // export

  // engine
  /** The files of onnxruntime. */
  'runtime-not-fetched': Record<never, never>;
  /** Two workers ended over the same image. */
  'image-ends-worker': Record<never, never>;
}

export type FailureCode = keyof FailureFacts;

/** A failure as data: `{ code, …facts }`. Goes through `postMessage` and into storage as it is. */
export type Failure = {
  [C in FailureCode]: { readonly code: C } & Readonly<FailureFacts[C]>;
}[FailureCode];

/** Thrown where something fails that a person is to hear of. */
export class AppError extends Error {
  override name = 'AppError';

  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

/** What is known of anything that was thrown. */
export function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return error.failure;
  return { code: 'unexpected', detail: error instanceof Error ? error.message : String(error) };
}
