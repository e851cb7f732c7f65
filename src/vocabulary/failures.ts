import type { FileContents, ImageFormat, PixelSize } from './images';
import type { RecordFlaw } from './record-flaw';
import type { WorkerDeath } from './workers';

/**
 * Every way in which something that a person asked for can fail, as a code with the facts that a
 * sentence about it needs. Rooms below the page throw and return these; `messages/` has the words.
 */
export interface FailureFacts {
  /** An error that is not ours: the browser's or a library's own text, shown as it is. */
  unexpected: { detail: string };

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

  // backbones: obtaining

  // backbones: importing

  // backbones: encoding

  // runtime
  'no-webgpu': NoFacts;
  'no-graphics-adapter': NoFacts;
  /** `detail` is the browser's own text; '' where it gives none. */
  'graphics-device-lost': { detail: string; reason: 'unknown' | 'destroyed' };

  // backbones: catalogue
  /** What was stored is no record of a backbone at all. */
  'no-backbone': NoFacts;
  /** `at` names the value, as "source.files.graph". */
  'backbone-flawed': { at: string; flaw: RecordFlaw };

  // training
  /** Fewer than two images with tokens are left to train on. */
  'too-few-training-images': Record<never, never>;
  'loss-infinite': { epoch: number };
  /** Tokens (patches, width) that don't fit the others that the trainer holds. */
  'tokens-of-two-backbones': {
    patches: number;
    width: number;
    otherPatches: number;
    otherWidth: number;
  };
  'image-without-tokens': Record<never, never>;
  'no-tokens': Record<never, never>;
  'no-cls-token': Record<never, never>;
  'class-smaller-than-folds': { images: number; folds: number };
  /** EP: its queries share D / d_out = `width` channels. */
  'queries-dont-divide-width': { queries: number; width: number };
  'heads-dont-divide-width': { heads: number; width: number };
  'grid-not-square': { probe: string; patches: number };

  // storage

  // export
  /** A canvas of that size, or its file, is more than the browser makes. */
  'picture-too-large': PixelSize;
  'no-canvas': NoFacts;
  /** The browser puts no pictures on the clipboard. */
  'copy-unsupported': NoFacts;
  'copy-refused': NoFacts;

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
  'runtime-not-fetched': NoFacts;
  /** Two workers died over one file while they decoded it. */
  'image-stops-decoder': NoFacts;
  /** Two workers died over one image while the backbone read it. */
  'image-stops-backbone': NoFacts;
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
