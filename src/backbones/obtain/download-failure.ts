import type { Failure } from '../../vocabulary/failures';

/** Why a file could not be had. */
export interface DownloadFailure {
  kind: 'failed';
  failure: Failure;
}

export function failedWith(failure: Failure): DownloadFailure {
  return { kind: 'failed', failure };
}

/** The server did not answer at all. */
export function unreachable(file: string, host: string | null): DownloadFailure {
  const offline = globalThis.navigator?.onLine === false;
  return failedWith({ code: 'model-unreachable', file, host, offline });
}

/** The server answered with an error. */
export function refused(file: string, host: string | null, status: number): DownloadFailure {
  if (status === 404 || status === 410) {
    return failedWith({ code: 'model-not-found', file, host, status });
  }
  if (status === 401 || status === 403)
    return failedWith({ code: 'model-gated', file, host, status });
  return failedWith({ code: 'model-refused', file, host, status });
}
