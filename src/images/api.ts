import type { Call } from '../bridge/messages';
import type { Failure } from '../vocabulary/failures';
import type { Notice } from '../vocabulary/notices';
import type { ResampleFilter } from './resample';

/** What became of one file. */
export type DecodeOutcome =
  | {
      kind: 'ready';
      /** SHA-256 of the file's bytes in hexadecimal; a weaker hash where the page is not secure. */
      contentHash: string;
      /** Lossless, opaque PNG of `crop × crop` pixels: what the encoder sees. */
      crop: Blob;
      /** Pixels of the whole picture, upright. */
      width: number;
      height: number;
      /** What is worth knowing about how it was taken. */
      notes: Notice[];
    }
  | { kind: 'rejected'; reason: Failure };

/** From a picture to the square that an encoder sees. */
export interface CropSpec {
  /** Short side in pixels that the picture is scaled to. */
  resize: number;
  resample: ResampleFilter;
  /** Side in pixels of the square cut from the middle of that. */
  crop: number;
}

export interface PrepareRequest extends CropSpec {
  file: Blob;
  /** The drawing that `file` was painted from; its bytes are the ones hashed. */
  drawnFrom?: Blob;
}

/** What the images worker offers. It works on one file at a time, in the order of the calls. */
export type ImageCalls = {
  prepare: Call<PrepareRequest, DecodeOutcome>;
  /** Whether pixels come back from the worker's canvases as they were put in. */
  givesPixelsBack: Call<Record<never, never>, boolean>;
};
