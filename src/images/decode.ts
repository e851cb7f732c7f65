import type { WorkerClient } from '../bridge/client';
import { failureOf } from '../vocabulary/failures';
import type { CropSpec, DecodeOutcome, ImageCalls } from './api';
import { HEAD_LENGTH } from './formats/identify';
import { looksLikeSvg } from './formats/text-kind';
import { rasterizeSvg } from './svg';

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
  if (!head) return { kind: 'rejected', reason: { code: 'image-unreadable' } };
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

/** The file's first bytes; null when the browser can't read it any more. */
async function headOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.slice(0, HEAD_LENGTH).arrayBuffer());
  } catch {
    return null;
  }
}
