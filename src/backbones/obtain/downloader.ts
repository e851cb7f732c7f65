import { WorkerClient, WorkerDied } from '../../bridge/client';
import { failureOf } from '../../vocabulary/failures';
import type { DownloadCalls } from './api';
import {
  type DownloadOptions,
  type DownloadOutcome,
  type DownloadRequest,
  download,
} from './download';
import { failedWith } from './download-failure';

/**
 * Fetches in a worker of its own, which ends with the file: hashing hundreds of megabytes would
 * keep the page from answering. What comes with the page is small, and needs no worker script.
 * Give it to `obtainModel`.
 * @throws `AbortError` when the signal aborts.
 */
export async function downloadAside(
  request: DownloadRequest,
  options: DownloadOptions = {},
): Promise<DownloadOutcome> {
  if (request.fromPage) return download(request, options);
  const { signal, onProgress } = options;
  return withWorker((client) => client.call('download', { request }, { signal, onProgress })).catch(
    (error: unknown): DownloadOutcome => {
      if (!(error instanceof WorkerDied)) throw error;
      return failedWith({ code: 'download-ended', file: request.name, cause: failureOf(error) });
    },
  );
}

/** SHA-256 of a file that the person brought, in hexadecimal. @throws when it can't be read. */
export function hashAside(
  file: Blob,
  options: { onProgress?: (loaded: number) => void; signal?: AbortSignal } = {},
): Promise<string> {
  return withWorker((client) => client.call('hash', { file }, options));
}

async function withWorker<T>(use: (client: WorkerClient<DownloadCalls>) => Promise<T>): Promise<T> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const client = new WorkerClient<DownloadCalls>(worker);
  try {
    return await use(client);
  } finally {
    client.end();
  }
}
