import type { WorkerClient } from '../bridge/client';
import { AppError, type Failure, failureOf } from '../vocabulary/failures';
import type { CropSpec, DecodeOutcome, ImageCalls } from './api';
import { entryInTime } from './entry-in-time';
import { HEAD_LENGTH } from './formats/identify';
import { looksLikeSvg } from './formats/text-kind';
import { rasterizeSvg } from './svg';

/** A file in a cloud folder may be fetched when it is read; one that never comes would block the rest. */
const LONGEST_SILENCE_MS = 60_000;

/**
 * Turns a file into the square that the encoder sees, or says why it can't. SVG is painted here,
 * on the page; everything else happens in the worker.
 * @throws `AbortError` when `signal` aborts, `WorkerDied` when the worker is gone.
 */
export async function decodeImage(
  client: WorkerClient<ImageCalls>,
  file: File,
  spec: CropSpec,
  signal?: AbortSignal,
): Promise<DecodeOutcome> {
  const { resize, resample, crop } = spec;
  const head = await headOf(file);
  signal?.throwIfAborted();
  if ('code' in head) return { kind: 'rejected', reason: head };
  if (!looksLikeSvg(head))
    return client.call('prepare', { file, resize, resample, crop }, { signal });
  let painted: Blob;
  try {
    painted = await rasterizeSvg(file, resize);
  } catch (error) {
    return { kind: 'rejected', reason: failureOf(error) };
  }
  return client.call(
    'prepare',
    { file: painted, resize, resample, crop, drawnFrom: file },
    { signal },
  );
}

/** The file's first bytes, or why the browser can't read it, or not any more. */
async function headOf(file: File): Promise<Uint8Array | Failure> {
  try {
    const bytes = await entryInTime(file.slice(0, HEAD_LENGTH).arrayBuffer(), LONGEST_SILENCE_MS);
    return new Uint8Array(bytes);
  } catch (error) {
    return error instanceof AppError ? error.failure : { code: 'image-unreadable' };
  }
}
