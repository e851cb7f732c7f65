import {
  type GenericSchema,
  minValue,
  number,
  object,
  parse,
  pipe,
  safeInteger,
  string,
} from 'valibot';
import type { Grid } from '../../vocabulary/maps';
import { ProgrammingError } from '../../vocabulary/programming-error';

/** A recorded training run of one image, as it is stored in a JSON file. */
export interface RecordingFile {
  imageUrl: string;
  grid: Grid;
  queries: number;
  /** Base64 of unsigned bytes, (frames, queries, N): each map in proportion to its weights. */
  frames: string;
}

const count = pipe(number(), safeInteger(), minValue(1));
const RECORDING: GenericSchema<unknown, RecordingFile> = object({
  imageUrl: string(),
  grid: object({ height: count, width: count }),
  queries: count,
  frames: string(),
});

export interface Recording {
  imageUrl: string;
  grid: Grid;
  queries: number;
  /** Per frame the maps (queries, N), every row with sum 1. */
  frames: Float32Array[];
}

/** @throws when it is no recording, or holds no whole frame. */
export function decodeRecording(stored: unknown): Recording {
  const file = parse(RECORDING, stored);
  const bytes = Uint8Array.from(atob(file.frames), (character) => character.charCodeAt(0));
  const patches = file.grid.height * file.grid.width;
  const frameSize = file.queries * patches;
  const count = Math.floor(bytes.length / frameSize);
  if (!(count > 0)) throw new ProgrammingError('The recorded example holds no frame.');
  const frames = Array.from({ length: count }, (_, frame) =>
    normaliseRows(bytes.subarray(frame * frameSize, (frame + 1) * frameSize), patches),
  );
  return { imageUrl: file.imageUrl, grid: file.grid, queries: file.queries, frames };
}

function normaliseRows(bytes: Uint8Array, patches: number): Float32Array {
  const weights = new Float32Array(bytes.length);
  for (let row = 0; row < bytes.length; row += patches) {
    let sum = 0;
    for (let n = 0; n < patches; n++) sum += bytes[row + n] ?? 0;
    for (let n = 0; n < patches; n++) {
      weights[row + n] = sum > 0 ? (bytes[row + n] ?? 0) / sum : 1 / patches;
    }
  }
  return weights;
}
